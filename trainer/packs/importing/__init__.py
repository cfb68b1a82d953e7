"""Stories from elsewhere as draft sheets: Twee 3, Yarn 3, and a table of two columns. Nothing is lost silently.

`story_of(name, content, language) -> Imported`: the sheet as text, and what could not be carried over, with line
numbers of the old file. What a sheet has no line for is kept in it as a `//` note at the place where it stood.
"""

from __future__ import annotations

from trainer.packs.importing.draft import Imported, Left, NotAStory
from trainer.packs.importing.reading import story_of

__all__ = ["Imported", "Left", "NotAStory", "story_of"]
