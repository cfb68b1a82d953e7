"""`engawa records show|export|erase`: everything kept about the trainee."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager, closing
from dataclasses import asdict
from datetime import date
from pathlib import Path

import click

from trainer.app.commands import keeping
from trainer.app.commands.keeping import opened_house
from trainer.app.desk_records import RecordsDrawer
from trainer.app.house import House
from trainer.storage import eraser
from trainer.storage.files import FileError


@click.group()
def command() -> None:
    """Everything kept about you, on this computer only: show it, take it along, lock it, erase it."""


for _one in (keeping.lock, keeping.unlock, keeping.passphrase, keeping.backup, keeping.restore, keeping.page):
    command.add_command(_one)


@command.command()
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def show(as_json: bool) -> int:
    """All of it, in plain words."""
    with opened_house() as house:
        if as_json:
            click.echo(json.dumps([asdict(fact) for fact in house.journal.facts()], ensure_ascii=False, indent=1))
        else:
            click.echo(RecordsDrawer(house).records_text(), nl=False)
    return 0


@command.command()
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--yes", is_flag=True, help="Write without asking first.")
def export(path: Path, yes: bool) -> int:
    """Write exactly what `show` shows to PATH, after showing it."""
    with opened_house() as house:
        drawer = RecordsDrawer(house)
        click.echo(drawer.records_text(), nl=False)
        if not yes and not click.confirm(f"Write exactly this to {path.name}?", default=False):
            click.echo("Nothing was written.")
            return 0
        done = drawer.export_records(str(path))
        if not done.ok:
            raise click.ClickException(f"{path.name} could not be written. Choose another folder and try again.")
    click.echo(f"Written to {path}. It stays yours; nothing was sent.")
    return 0


@command.command()
@click.option("--all", "everything", is_flag=True, help="Everything.")
@click.option("--scene", help="One scene (pack/scene).")
@click.option("--since", help="Everything from that day on (2026-11-22).")
@click.option("--visit", help="One visit (its id is in `show`).")
@click.option("--yes", is_flag=True, help="Erase without asking first.")
def erase(everything: bool, scene: str | None, since: str | None, visit: str | None, yes: bool) -> int:
    """Erase at once and for good. Say what: --all, --scene, --since or --visit."""
    chosen = [item for item in (everything or None, scene, since, visit) if item is not None]
    if len(chosen) != 1:
        raise click.UsageError("Say one of --all, --scene, --since or --visit.")
    what = _selection(scene, since, visit)
    if not yes and not click.confirm("This cannot be taken back. Erase it?", default=False):
        click.echo("Nothing was erased.")
        return 0
    with _house_to_erase(what) as house:
        erased = eraser.erase(house.ledger, what)
        try:
            if everything:
                house.shelf.notes.forget_givers()
        except FileError as error:
            raise click.ClickException(f"{error.path.name} could not be written ({error.reason}).") from error
    if not erased.complete:
        raise click.ClickException("Not everything could be erased. Close other windows of Engawa and try again.")
    click.echo(
        f"Erased: {erased.rows}. Copies in a backup, and blocks that a disk keeps by itself, are not ours to reach."
    )
    return 0


def _house_to_erase(what: eraser.Selection) -> AbstractContextManager[House]:
    """Everything can be erased without the passphrase, so that a forgotten one leaves nothing behind."""
    return closing(House()) if what.is_everything else opened_house()


def _selection(scene: str | None, since: str | None, visit: str | None) -> eraser.Selection:
    if scene is not None:
        return eraser.of_scene(scene)
    if visit is not None:
        return eraser.of_visit(visit)
    if since is not None:
        try:
            return eraser.since(date.fromisoformat(since).isoformat())
        except ValueError as error:
            raise click.UsageError(f"“{since}” is not a day of the form 2026-11-22.") from error
    return eraser.everything()
