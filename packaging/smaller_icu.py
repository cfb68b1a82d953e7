"""Leave only English and Japanese in Qt's table of languages (libicudata, 32 MB): Linux only.

The library is nothing but one table. It is cut out, icupkg (Debian: icu-devtools) takes out what belongs to other
languages and to old character sets, and the assembler wraps it again under the same name. ICU falls back to its root
entries for what is not there. Where icupkg or gcc is missing, the library stays as it is.

    python packaging/smaller_icu.py libicudata.so.73
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

LOCALE = re.compile(r"[a-z]{2,3}(_\w*)?\.res")
KEPT_LOCALES = re.compile(r"(en|ja)(_\w*)?\.res|res_index\.res")
FOLDERS_OUT = ("brkitr/", "unit/", "curr/", "lang/", "region/", "translit/", "rbnf/")
KEPT_CHARACTER_SETS = re.compile(r"(ibm-(943|954|33722|5348)[^/]*|jisx-[^/]*)\.cnv")

WRAPPED = """
    .section .rodata
    .globl {name}
    .type {name}, @object
    .balign 16
{name}:
    .incbin "{file}"
    .size {name}, . - {name}
    .section .note.GNU-stack, "", @progbits
"""


def goes(item: str) -> bool:
    """True for an entry of the table that neither English nor Japanese needs."""
    name = item.rsplit("/", 1)[-1]
    if item.startswith(FOLDERS_OUT):
        return True
    if name.endswith(".cnv"):
        return KEPT_CHARACTER_SETS.fullmatch(name) is None
    return bool(LOCALE.fullmatch(name)) and not KEPT_LOCALES.fullmatch(name)


def table_of(library: Path) -> tuple[str, bytes]:
    """Name of the table and its bytes. ValueError when the library is not one table."""
    told = subprocess.run(
        ["readelf", "-W", "--dyn-syms", "-S", str(library)], capture_output=True, text=True, check=True
    )
    symbol = re.search(r"^ +\d+: ([0-9a-f]+) +(\w+) OBJECT +GLOBAL.* (icudt\d+_dat)$", told.stdout, re.MULTILINE)
    section = re.search(r"\.rodata +PROGBITS +([0-9a-f]+) ([0-9a-f]+) ([0-9a-f]+)", told.stdout)
    if symbol is None or section is None:
        raise ValueError(f"{library.name} is not the table that was expected")
    start = int(symbol[1], 16) - int(section[1], 16) + int(section[2], 16)
    return symbol[3], library.read_bytes()[start : start + int(symbol[2], 0)]


def smaller(library: Path) -> bool:
    """Make the library smaller where it lies; False when the tools are not here."""
    tools = [shutil.which(tool, path="/usr/bin:/usr/sbin:/usr/local/bin") for tool in ("icupkg", "gcc")]
    if None in tools:
        return False
    icupkg, gcc = (str(tool) for tool in tools)
    name, table = table_of(library)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        data = folder / f"{name.removesuffix('_dat')}l.dat"
        data.write_bytes(table)
        listed = subprocess.run([icupkg, "-l", str(data)], capture_output=True, text=True, check=True).stdout.split()
        (folder / "out.txt").write_text("\n".join(item for item in listed if goes(item)) + "\n")
        small = folder / "small" / data.name
        small.parent.mkdir()
        subprocess.run([icupkg, "-r", str(folder / "out.txt"), str(data), str(small)], check=True, capture_output=True)
        (folder / "table.s").write_text(WRAPPED.format(name=name, file=small))
        made = folder / library.name
        options = ["-shared", "-nostdlib", f"-Wl,-soname,{library.name}", "-Wl,--hash-style=gnu"]
        subprocess.run([gcc, *options, "-o", str(made), str(folder / "table.s")], check=True)
        print(f"{library.stat().st_size / 1e6:.0f} MB -> {made.stat().st_size / 1e6:.0f} MB")
        shutil.copyfile(made, library)
    return True


if __name__ == "__main__":
    smaller(Path(sys.argv[1]))
