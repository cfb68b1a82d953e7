"""Everything kept on disk: an edge."""
