"""Scene sheets and packs: reading, building, checking, walking. Takes text, never paths."""
