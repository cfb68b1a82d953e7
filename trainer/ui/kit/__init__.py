"""The painted controls every screen is built of. They know a `Look` and nothing of the program."""
