"""Dictionaries, readings and weights read from disk for understanding: an edge."""
