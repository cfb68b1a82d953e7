"""The command line: `engawa` opens the window; everything else is a subcommand, loaded only when it is asked for."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from trainer import __version__

# One thread for numpy's linear algebra: on busy cores a second one makes single decisions slower, not faster
# (measured: 95th percentile 250-380 ms with two). It must be set before numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")

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


class _Commands(click.Group):
    """Imports a command's module only when that command is used: a terminal practice needs no Qt."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [name for name in COMMANDS if not name.startswith("_")]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(COMMANDS[cmd_name][0])
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """A pack where a command would stand (`engawa FILE.practicepack`, a double click) is for the window."""
        if args and args[0].endswith(".practicepack"):
            return "window", self.get_command(ctx, "window"), args
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        rows = [(name, COMMANDS[name][1]) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


@click.group(cls=_Commands, invoke_without_command=True)
@click.version_option(__version__, prog_name="engawa")
@click.pass_context
def engawa(ctx: click.Context) -> None:
    """Practise small conversations at home, offline, at your own pace.

    Without a command the window opens. 会話を、家で、ひとりで、自分の速さで練習します。
    """
    if ctx.invoked_subcommand is None:
        opening: Any = ctx.command.get_command(ctx, "window")  # type: ignore[attr-defined]
        ctx.invoke(opening)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit status. Errors are one sentence on standard error, never a traceback."""
    try:
        told = list(arguments) if arguments is not None else None
        status = engawa.main(args=told, prog_name="engawa", standalone_mode=False)
    except click.UsageError as error:
        place = error.ctx.command_path if error.ctx else "engawa"
        click.echo(f"engawa: {_one_line(error.format_message())} See: {place} --help", err=True)
        return 2
    except click.ClickException as error:
        click.echo(f"engawa: {_one_line(error.format_message())}", err=True)
        return error.exit_code
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("engawa: stopped, as you asked.", err=True)
        return 130
    except BrokenPipeError:
        # Whoever read our output has gone; that is their right. Keep Python from complaining at exit.
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
        return 0
    except OSError as error:
        name = f" ({error.filename})" if error.filename else ""
        click.echo(f"engawa: the computer did not allow it{name}: {error.strerror or error}.", err=True)
        return 1
    return status if isinstance(status, int) else 0


def _one_line(text: str) -> str:
    return " ".join(text.split())


def main() -> None:
    """Entry point of `engawa`."""
    sys.exit(run())


def window() -> None:
    """Entry point without a console: opens the window, handing it any pack that was double-clicked."""
    sys.exit(run(["window", *sys.argv[1:]]))
