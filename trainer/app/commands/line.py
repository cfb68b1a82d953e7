"""The command line as click sees it; nothing of it is read when only the window is wanted."""

from __future__ import annotations

import importlib
from typing import Any

import click

from trainer import __version__
from trainer.app.commands import COMMANDS


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
