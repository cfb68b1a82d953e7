"""What cannot be built here, read as far as tools go: `.venv/bin/python packaging/proofs/papers.py`

Menu entry, file type, metadata, manual pages, shell scripts and the package by the distribution's own linters; the
build workflow by its public schema (check-jsonschema, or actionlint, when installed); the macOS property lists by
Python's reader; the Windows script by the rules below, since Inno Setup runs on Windows only. Missing tools are named.
"""

from __future__ import annotations

import ast
import plistlib
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
LINUX = ROOT / "packaging" / "linux"
ID = "net.engawa.Engawa"
WORKFLOW = ".github/workflows/build.yml"
TOOLS: tuple[tuple[str, ...], ...] = (
    ("desktop-file-validate", f"packaging/linux/{ID}.desktop"),
    ("appstreamcli", "validate", "--no-net", f"packaging/linux/{ID}.metainfo.xml"),
    ("xmllint", "--noout", f"packaging/linux/{ID}.mime.xml", f"packaging/linux/{ID}.metainfo.xml"),
    ("shellcheck", "--exclude=SC1007", "engawa.sh", "packaging/setup.sh", "packaging/macos/build.sh"),
    ("check-jsonschema", "--builtin-schema", "vendor.github-workflows", WORKFLOW),
    ("actionlint", WORKFLOW),
)
SECTIONS = {
    "Setup": None,
    "Languages": {"Name", "MessagesFile"},
    "CustomMessages": None,
    "Tasks": {"Name", "Description", "Flags"},
    "Files": {"Source", "DestDir", "Flags"},
    "InstallDelete": {"Type", "Name"},
    "Icons": {"Name", "Filename", "AppUserModelID", "Tasks"},
    "Registry": {"Root", "Subkey", "ValueType", "ValueName", "ValueData", "Flags"},
    "Run": {"Filename", "Description", "Flags"},
    "Code": None,
}
"""Inno Setup's sections that the script uses, and the parameters each may have (of its manual)."""
CONSTANTS = {"app", "localappdata", "autoprograms", "autodesktop"}


def by_tools() -> Iterator[str]:
    """What the distribution's linters say, one line a finding."""
    for tool, *rest in TOOLS:
        if shutil.which(tool) is None:
            print(f"  not here: {tool}")
            continue
        done = subprocess.run([tool, *rest], cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode:
            yield f"{tool}: {(done.stdout + done.stderr).strip()}"
        else:
            print(f"  holds: {tool} finds nothing")


def manual_pages() -> Iterator[str]:
    """What groff says of the manual pages; that it finds no place to break a Japanese line does no harm."""
    for page in ("engawa.1", "engawa.ja.1"):
        words = ["man", "--warnings", "-E", "UTF-8", "-l", "-Tutf8", "-Z", str(LINUX / page)]
        told = subprocess.run(words, capture_output=True, text=True, check=False).stderr
        serious = [line for line in told.splitlines() if "can't break line" not in line]
        yield from (f"{page}: {line}" for line in serious)


def package() -> Iterator[str]:
    """What lintian says of the package that lies in dist/."""
    found = sorted((ROOT / "dist").glob("engawa_*.deb"), key=lambda path: path.stat().st_mtime)
    if not found or shutil.which("lintian") is None:
        print("  not here: lintian, or a package in dist/")
        return
    words = ["lintian", "--fail-on", "error", "--no-cfg", "--allow-root", str(found[-1])]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        yield f"lintian: {done.stdout.strip()}"
    else:
        print(f"  holds: lintian finds no error in {found[-1].name}")


def property_lists() -> Iterator[str]:
    """The entitlements and the app's Info.plist, as macOS reads them."""
    rights = plistlib.loads((ROOT / "packaging/macos/entitlements.plist").read_bytes())
    if rights.get("com.apple.security.device.audio-input") is not True:
        yield "entitlements.plist: the microphone is not among the entitlements"
    recipe = ast.parse((ROOT / "packaging/engawa.spec").read_text("utf-8"))
    given = [node.value for node in ast.walk(recipe) if isinstance(node, ast.keyword) and node.arg == "info_plist"]
    text = ast.unparse(given[0]).replace("parts.MICROPHONE['en']", "'words'")
    info = ast.literal_eval(text)
    plistlib.dumps(info)
    types = {name for one in info["CFBundleDocumentTypes"] for name in one["LSItemContentTypes"]}
    if types != {one["UTTypeIdentifier"] for one in info["UTExportedTypeDeclarations"]}:
        yield "engawa.spec: the document type and the exported type have different names"
    print("  holds: entitlements and Info.plist are property lists; the document type is declared")


def windows_script() -> Iterator[str]:
    """Sections, parameters, quotes, messages in both languages, constants and files of engawa.iss."""
    path = ROOT / "packaging" / "windows" / "engawa.iss"
    section, messages, languages, used = "", set[str](), set[str](), set[str]()
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        place = f"engawa.iss:{number}"
        if not line.strip() or line.startswith((";", "#", "  #")):
            continue
        if head := re.fullmatch(r"\[(\w+)\]", line):
            section = head[1]
            if section not in SECTIONS:
                yield f"{place}: no section of Inno Setup: {section}"
            continue
        used |= set(re.findall(r"\{cm:(\w+)\}", line)) | set(re.findall(r"CustomMessage\('(\w+)'\)", line))
        if section == "CustomMessages":
            messages.add(line.split("=", 1)[0])
        parameters = SECTIONS.get(section)
        if parameters is None:
            continue
        plain = re.sub(r'"(?:[^"]|"")*"', '""', line)
        names = set(re.findall(r"(?:^|; )(\w+):", plain))
        if names - parameters or plain.count('"') % 2:
            yield f"{place}: not understood: {sorted(names - parameters)}"
        for name in re.findall(r"\{([a-z]+)\}", line):
            if name not in CONSTANTS:
                yield f"{place}: no constant of Inno Setup: {name}"
        if section == "Languages":
            languages |= set(re.findall(r'Name: "(\w+)"', line))
    for name in sorted(used):
        yield from (f"engawa.iss: {one}.{name} has no words" for one in languages if f"{one}.{name}" not in messages)
    code = path.read_text("utf-8").partition("[Code]")[2]
    if len(re.findall(r"\bbegin\b", code)) != len(re.findall(r"\bend[;.]", code)):
        yield "engawa.iss: begin and end do not match"
    print("  read: engawa.iss (not compiled: Inno Setup runs on Windows)")


def main() -> int:
    """All of it; 1 when something was found."""
    found = [*by_tools(), *manual_pages(), *package(), *property_lists(), *windows_script()]
    for line in found:
        print(line, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
