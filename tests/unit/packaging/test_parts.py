"""What goes into the program that stands alone: everything that is found by a name in a string is listed."""

from __future__ import annotations

import ast
import json
import plistlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from configparser import ConfigParser
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.unit.packaging.tools import FOLDER, ROOT, script
from trainer import __version__
from trainer.cli import COMMANDS

parts = script("parts")
ID = "net.engawa.Engawa"
LINUX = FOLDER / "linux"
XML = "{http://www.w3.org/XML/1998/namespace}lang"


def named_in_strings() -> set[str]:
    """Packages that the program imports or looks for by a name in a string."""
    found = set()
    for path in (ROOT / "trainer").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if called in ("import_module", "find_spec", "package_folder"):
                    found.add(str(node.args[0].value))
    return found


def test_everything_found_by_name_comes_along() -> None:
    listed = {name for names in parts.MODULES.values() for name in names} | set(parts.DATA)
    listed |= set(parts.GOES_BY_THE_NAME_OF.values()) | set(parts.PACKAGES_WHOLE)
    ours = {name for name in named_in_strings() if name.startswith("trainer")}
    wanted = {name for name in named_in_strings() - ours if "." in name or name not in ("numpy", "pyttsx3")}
    assert len(wanted) > 8
    assert not wanted - listed, "packaging/parts.py does not list these"


def test_our_folders_go_where_the_program_looks(tmp_path: Path) -> None:
    from trainer.storage.paths import shipped

    for name, target in parts.FOLDERS.items():
        assert (ROOT / name).is_dir()
        (tmp_path / target).mkdir(parents=True)
        assert shipped(name, tmp_path / "nowhere" / "trainer", str(tmp_path)) == tmp_path / target


@pytest.mark.parametrize(
    ("path", "used"),
    [
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", True),
        ("PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so", True),
        ("PySide6/Qt/translations/qtbase_ja.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("PySide6\\Qt6Qml.dll", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("sudachidict_core/resources/system.dic", True),
        ("sudachidict_small/resources/system.dic", False),
        ("python3.11/lib-dynload/_sqlite3.cpython-311-x86_64-linux-gnu.so", True),
        ("python3.11/lib-dynload/_statistics.cpython-311-x86_64-linux-gnu.so", False),
        ("python3.11/lib-dynload/_uuid.cpython-311-x86_64-linux-gnu.so", False),
    ],
)
def test_what_is_left_out(path: str, used: bool) -> None:
    assert parts.used(path) is used


def test_the_larger_dictionary_does_not_come_twice() -> None:
    place = "sudachidict_core/resources/system.dic"
    assert parts.not_doubled(place, "/site-packages/sudachidict_small/resources/system.dic")
    assert not parts.not_doubled(place, "/site-packages/sudachidict_core/resources/system.dic")
    assert parts.not_doubled("numpy/core.py", "/site-packages/numpy/core.py")


SPEAKS = """
import runpy, sys
sys.modules["pydantic_core"] = None
runpy.run_path(sys.argv[1])
import pyopenjtalk
print(pyopenjtalk.run_frontend("温めますか？", predict_nani=False)[0]["read"])
"""


@pytest.mark.skipif(find_spec("pyopenjtalk") is None, reason="there is no Japanese voice here")
def test_the_japanese_voice_needs_no_more_of_pydantic_than_stands_in_for_it() -> None:
    assert "frozen_pydantic" in parts.first()
    assert {"pydantic", "pydantic_core"} <= set(parts.EXCLUDED)
    command = [sys.executable, "-X", "utf8", "-c", SPEAKS, str(FOLDER / "frozen_pydantic.py")]
    told = subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")
    assert told.returncode == 0, told.stderr
    assert told.stdout.splitlines()[-1] == "アタタメ"


def test_what_runs_first_is_there() -> None:
    assert all((FOLDER / f"{name}.py").is_file() for name in parts.first())


# --- scripts ----------------------------------------------------------------------------------------------------


def test_recipe_and_scripts_can_be_read() -> None:
    for path in [*FOLDER.rglob("*.py"), FOLDER / "engawa.spec"]:
        compile(path.read_text("utf-8"), str(path), "exec", ast.PyCF_ONLY_AST)


@pytest.mark.skipif(shutil.which("sh") is None, reason="there is no shell here")
@pytest.mark.parametrize("name", ["engawa.sh", "packaging/setup.sh", "packaging/macos/build.sh"])
def test_shell_scripts_can_be_read(name: str) -> None:
    told = subprocess.run(["sh", "-n", str(ROOT / name)], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stderr


def test_every_word_of_the_makefile_is_one_of_the_script() -> None:
    words = (ROOT / "Makefile").read_text("utf-8").split(".PHONY: ")[1].splitlines()[0].split()
    script_text = (ROOT / "engawa.sh").read_text("utf-8")
    assert {"run", "test", "bundle", "deb", "kit"} <= set(words)
    assert not [
        word for word in words if word != "help" and not re.search(rf"^{word}\b.*\)", script_text, re.MULTILINE)
    ]


# --- Linux --------------------------------------------------------------------------------------------------------


def desktop() -> dict[str, str]:
    reader = ConfigParser(interpolation=None, delimiters=("=",))
    reader.optionxform = str  # type: ignore[assignment,method-assign]
    reader.read(LINUX / f"{ID}.desktop", "utf-8")
    return dict(reader["Desktop Entry"])


def test_menu_entry_and_file_type_belong_together() -> None:
    entry = desktop()
    mime = ET.parse(LINUX / f"{ID}.mime.xml").getroot()
    names = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    kind = mime.find("m:mime-type", names)
    assert kind is not None
    glob, icon = kind.find("m:glob", names), kind.find("m:icon", names)
    assert glob is not None and glob.get("pattern") == "*.practicepack"
    assert icon is not None and icon.get("name") == entry["Icon"] == ID
    assert entry["MimeType"] == f"{kind.get('type')};"
    assert {comment.get(XML) for comment in kind.findall("m:comment", names)} == {None, "ja"}
    program, command, file = entry["Exec"].split()
    assert (program, file) == ("engawa", "%f")
    assert command in COMMANDS
    assert {"Name[ja]", "Comment[ja]", "GenericName[ja]", "Keywords[ja]"} <= entry.keys()


def test_metadata_speak_both_languages_and_name_this_version() -> None:
    root = ET.parse(LINUX / f"{ID}.metainfo.xml").getroot()
    assert root.findtext("id") == ID
    assert root.findtext("launchable") == f"{ID}.desktop"
    release = root.find("releases/release")
    assert release is not None and release.get("version") == __version__
    for tag in ("name", "summary", "description/p", "description/ul/li"):
        spoken = [element.get(XML) for element in root.findall(tag)]
        assert spoken.count("ja") == spoken.count(None) > 0, tag


@pytest.mark.parametrize("page", ["engawa.1", "engawa.ja.1"])
def test_man_pages_name_this_version_and_commands_that_exist(page: str) -> None:
    text = (LINUX / page).read_text("utf-8")
    assert f"Engawa {__version__}" in text
    part = text.split(".SH COMMANDS" if page == "engawa.1" else ".SH コマンド")[1].split(".SH")[0]
    named = {
        word for line in part.splitlines() if line.startswith((".BR ", ".B ")) for word in re.findall(r"[a-z]+", line)
    }
    assert {"window", "rehearse", "doctor", "models", "packs", "records"} <= named & COMMANDS.keys()


def test_the_package_says_what_it_needs() -> None:
    deb = script("deb")
    assert all(re.fullmatch(r"[a-z0-9.+-]+( \(>= [\d.]+\))?( \| [a-z0-9.+-]+)*", one) for one in deb.DEPENDS)
    assert {"shared-mime-info", "desktop-file-utils", "hicolor-icon-theme"} <= set(deb.DEPENDS)
    assert all(line.startswith(" ") for line in deb.DESCRIPTION.splitlines()[1:])


# --- Windows and macOS ----------------------------------------------------------------------------------------------


def test_windows_installer_asks_nobody_and_speaks_both_languages() -> None:
    text = (FOLDER / "windows" / "engawa.iss").read_text("utf-8")
    assert "PrivilegesRequired=lowest" in text
    assert "HKLM" not in text
    assert ".practicepack" in text
    messages = re.search(r"\[CustomMessages\]\n(.*?)\n\[", text, re.DOTALL)
    assert messages is not None
    keys = {language: set(re.findall(rf"^{language}\.(\w+)=", messages[1], re.MULTILINE)) for language in ("en", "ja")}
    assert keys["en"] == keys["ja"] >= {"AskRecords", "PackName"}
    used = set(re.findall(r"\{cm:(\w+)\}|CustomMessage\('(\w+)'\)", text))
    assert {one or other for one, other in used} <= keys["en"]
    assert "MB_DEFBUTTON2" in text and "not UninstallSilent" in text, "records stay unless somebody says so"


def test_macos_says_why_it_asks_for_the_microphone() -> None:
    strings = script("macos.strings")
    for language, why in parts.MICROPHONE.items():
        assert f'"NSMicrophoneUsageDescription" = "{why}";' in strings.text(language)
    rights = plistlib.loads((FOLDER / "macos" / "entitlements.plist").read_bytes())
    assert rights["com.apple.security.device.audio-input"] is True
    assert "com.apple.security.network.server" not in rights


# --- licences, icons, kit ---------------------------------------------------------------------------------------------


def test_licences_name_everything_installed() -> None:
    text = script("licences").whole()
    for words in ("PySide6", "vosk", "pocketsphinx", "Mei", "espeak-ng", "SudachiDict", "GNU GENERAL PUBLIC LICENSE"):
        assert words in text, words


def test_icons_for_windows_and_mac_hold_their_pictures() -> None:
    icons = script("icons")
    pictures = {16: b"\x89PNG-a", 256: b"\x89PNG-bb", 512: b"\x89PNG-ccc"}
    ico, icns = icons.ico(pictures), icons.icns(pictures)
    assert ico[:6] == b"\0\0\1\0\2\0"
    assert ico.endswith(b"\x89PNG-a\x89PNG-bb")
    assert ico[6 + 16 : 8 + 16] == b"\0\0", "a side of 256 is written as 0"
    assert icns[:4] == b"icns" and int.from_bytes(icns[4:8], "big") == len(icns)
    assert b"ic09" in icns


def test_kit_says_what_is_missing_and_takes_only_whole_models(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kit = script("kit")
    (tmp_path / "dist").mkdir()
    (tmp_path / "assets").mkdir()
    whole, broken = tmp_path / "given" / "small-en.zip", tmp_path / "given" / "small-ja.zip"
    whole.parent.mkdir()
    whole.write_bytes(b"a whole model")
    broken.write_bytes(b"half a mod")
    rows = "".join(
        f'[[model]]\nid = "{name}"\nbytes = 13\nmd5 = "{kit.digest(whole, "md5")}"\nurl = "https://there/{name}.zip"\n'
        for name in ("small-en", "small-ja", "absent")
    )
    (tmp_path / "assets" / "speech_models.toml").write_text(rows, "utf-8")
    monkeypatch.setattr(kit, "ROOT", tmp_path)
    out = tmp_path / "out"
    out.mkdir()
    missing = [*kit.installers(out), *kit.speech_models(out, [whole.parent])]
    assert [path.name for path in out.iterdir()] == ["small-en.zip"]
    assert len(missing) == len(kit.INSTALLERS) + 2
    assert "not whole" in missing[-2].en and "small-ja" in missing[-2].ja
    assert "https://there/absent.zip" in missing[-1].en
    kit.welcome(out, missing)
    kit.checksums(out)
    assert "make deb" in (out / "READ-ME.txt").read_text("utf-8")
    assert "Windows のインストーラー" in (out / "よんでください.txt").read_text("utf-8")
    assert f"{kit.digest(whole)}  small-en.zip\n" in (out / "CHECKSUMS.txt").read_text("utf-8")


def test_kit_does_not_empty_a_folder_that_is_no_kit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letter.txt").write_text("mine", "utf-8")
    assert script("kit").main(["--out", str(tmp_path)]) == 1
    assert (tmp_path / "letter.txt").read_text("utf-8") == "mine"
    assert "--out" in capsys.readouterr().err


def test_sizes_add_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bundle = script("bundle")
    monkeypatch.setattr(bundle, "PROGRAM", tmp_path)
    for name, size in (("engawa", 10), ("_internal/numpy/a.so", 20), ("_internal/libodd.so", 5)):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes(size))
    rows = bundle.sizes()
    assert sum(size for _, size in rows) == 35
    assert rows[0] == ("Arithmetic: numpy and OpenBLAS", 20)
    assert ("The rest", 5) in rows
    assert json.dumps(bundle.table(rows)).count("|") > 8


def test_a_frozen_programs_children_are_the_program_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    from trainer.app.children import child_command
    from trainer.portaudio import probe_command

    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/usr/lib/engawa/engawa")
    for name in ("_voice", "_recogniser"):
        assert child_command(name) == ("/usr/lib/engawa/engawa", name)
        assert name in COMMANDS
    assert probe_command()[1] in COMMANDS
