"""`NAME: words` in a story from elsewhere: who speaks, or that nobody does."""

from __future__ import annotations

import re

from trainer.packs.importing.draft import Said

_SPEAKER = re.compile(r"(?P<name>[^:：\"“”「」.!?。！？]{1,40}?)[ \t\u3000]*[:：][ \t\u3000]*(?P<text>\S.*)\Z", re.S)
_MOST_WORDS = 4


def said_line(text: str, line: int) -> Said:
    """Somebody's words when the text begins with a short name and a colon, else something seen or heard."""
    found = _SPEAKER.match(text)
    if found and len(found.group("name").split()) <= _MOST_WORDS and not text.lower().startswith(("http:", "https:")):
        name = found.group("name").strip(" \t\u3000*_'~/-")
        if name[:1].isalnum():
            return Said(name, found.group("text").strip(), line)
    return Said("", text, line)
