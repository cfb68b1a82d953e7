"""The desk as Qt shows it: nothing here knows the disk, a voice or an engine."""
