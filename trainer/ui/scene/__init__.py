"""Painted places and people."""
