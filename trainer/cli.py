"""The command line: `engawa` opens the window; everything else is a subcommand, loaded only when it is asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from trainer.app.commands import COMMANDS as COMMANDS
from trainer.late import late

if TYPE_CHECKING:
    import click

    from trainer.app import start as starting
    from trainer.app.commands import line
else:
    click = late("click")
    line = late("trainer.app.commands.line")
    starting = late("trainer.app.start")

# One thread for numpy's linear algebra: on busy cores a second one makes single decisions slower, not faster
# (measured: 95th percentile 250-380 ms with two). It must be set before numpy is first imported.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OMP_NUM_THREADS", "1")


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program; returns the exit status. Errors are one sentence on standard error, never a traceback."""
    try:
        told = list(sys.argv[1:] if arguments is None else arguments)
        # The usual start asks for nothing, and then nothing has to be understood.
        status = line.engawa.main(args=told, prog_name="engawa", standalone_mode=False) if told else starting.start()
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
