"""Engawa: a place to practise small conversations at home, offline, at one's own pace."""

__version__ = "0.1.0"
