"""The commands of the command line, one module each, imported on demand by commands/line.py."""

from __future__ import annotations

COMMANDS: dict[str, tuple[str, str]] = {
    "rehearse": ("trainer.app.commands.rehearse", "Practise in the terminal by typing."),
    "check": ("trainer.app.commands.check", "Look packs and scene sheets over."),
    "edit": ("trainer.app.commands.edit", "Write and change scenes: the facilitator's desk."),
    "import": ("trainer.app.commands.import_story", "Bring a story from elsewhere as a draft sheet."),
    "texts": ("trainer.app.commands.texts", "A scene's texts for translators, and back."),
    "walk": ("trainer.app.commands.walk", "Walk every path of a scene."),
    "print": ("trainer.app.commands.print_scene", "A scene on paper: reading copy, voice script, table."),
    "listen": ("trainer.app.commands.listen", "Hear recordings as a person would be heard."),
    "understand": ("trainer.app.commands.understand", "Understand replies, one JSON line each."),
    "say": ("trainer.app.commands.say", "Say a line into a sound file."),
    "models": ("trainer.app.commands.models", "Speech models: list, install, remove."),
    "packs": ("trainer.app.commands.packs", "The pack shelf: list, add, remove, build, fingerprint."),
    "records": ("trainer.app.commands.records", "Everything kept about you: show, export, erase."),
    "replay": ("trainer.app.commands.replay", "Play a tape of a visit again, exactly."),
    "doctor": ("trainer.app.commands.doctor", "What works on this computer, and what to do about the rest."),
    "window": ("trainer.app.commands.window", "Open the window."),
    "_voice": ("trainer.app.commands.voice_child", ""),
    "_recogniser": ("trainer.app.commands.recogniser_child", ""),
    "_sound": ("trainer.app.commands.sound_child", ""),
}
