"""Choosing, rating and looking back: the map, tension, records as facts, progress as a fold."""
