"""The window: Qt Widgets, painted scenes; views know only their view model."""
