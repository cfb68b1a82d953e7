"""Microphone to utterance: an edge."""
