"""`engawa records lock|unlock|passphrase|backup|restore|page`: the lock, moving to another computer, a page to show."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from trainer.app.desk_keeping import KeepingDrawer
from trainer.app.house import House
from trainer.practice.share import ITEMS, TICKED, Choices, page_text
from trainer.ui.bridge import Outcome

SENTENCES = {
    "lock-none": "There is no lock.",
    "lock-there": "There is a lock already. To change its passphrase: engawa records passphrase.",
    "lock-closed": "The lock is closed. Open it with its passphrase first.",
    "lock-other": "That was another passphrase. Nothing has changed; try again.",
    "lock-wait": "A little time has to pass before the next passphrase. Try again in a minute.",
    "lock-short": "Choose a passphrase of at least six characters.",
    "lock-not-kept": "The computer did not take it. Everything is as before. Make some room and try again.",
    "settings-not-kept": "The settings file could not be written. Make some room and try again.",
    "backup-damaged": "This backup is damaged. Nothing here was touched. Try another copy of it.",
    "backup-newer": "A newer version of Engawa wrote this backup. Install that version, then try again.",
    "backup-not-ours": "This file is no backup of Engawa. Nothing here was touched.",
    "journal-not-kept": "Nothing can be kept on this computer just now. Everything is as before.",
}
BEFORE = (
    "A lock seals your records, your settings and the names of the scenes you visited.\n"
    "Nobody can open it without the passphrase: not we, not anybody. There is no way to get it back.\n"
    "Write it down in a place that is yours, or make a backup first."
)


@contextmanager
def opened_house() -> Iterator[House]:
    """The house with its lock opened (asks for the passphrase when there is one)."""
    house = House()
    try:
        if house.lock.state() == "closed":
            time.sleep(min(60.0, house.lock.wait()))
            expect(KeepingDrawer(house).open_lock(click.prompt("Passphrase", hide_input=True)))
        yield house
    finally:
        house.close()


@contextmanager
def locked_drawer() -> Iterator[KeepingDrawer]:
    """What is kept, for a change of its lock: there must be one, and the pause after a wrong passphrase is over."""
    house = House()
    try:
        drawer = KeepingDrawer(house)
        if drawer.lock_state() == "none":
            expect(Outcome("lock-none"))
        time.sleep(min(60.0, drawer.lock_wait()))
        yield drawer
    finally:
        house.close()


def expect(outcome: Outcome) -> None:
    """Go on when it went well; otherwise one sentence and the end."""
    if outcome.ok:
        return
    sentence = SENTENCES.get(outcome.code, f"The file could not be used ({outcome.detail}). Choose another place.")
    raise click.ClickException(sentence)


@click.command()
@click.option("--yes", is_flag=True, help="You know that a forgotten passphrase cannot be got back.")
def lock(yes: bool) -> int:
    """Lock everything kept with a passphrase."""
    with opened_house() as house:
        drawer = KeepingDrawer(house)
        if drawer.lock_state() != "none":
            expect(Outcome("lock-there"))
        click.echo(BEFORE)
        if not yes and not click.confirm("Set the lock?", default=False):
            click.echo("Nothing has changed.")
            return 0
        expect(drawer.set_lock(click.prompt("Passphrase", hide_input=True, confirmation_prompt=True)))
    click.echo("The lock is set.")
    return 0


@click.command()
def unlock() -> int:
    """Take the lock away; everything stands open in the file again."""
    with locked_drawer() as drawer:
        expect(drawer.remove_lock(click.prompt("Passphrase", hide_input=True)))
    click.echo("The lock is gone.")
    return 0


@click.command()
def passphrase() -> int:
    """Choose another passphrase."""
    with locked_drawer() as drawer:
        old = click.prompt("Passphrase now", hide_input=True)
        new = click.prompt("Passphrase from now on", hide_input=True, confirmation_prompt=True)
        expect(drawer.change_lock(old, new))
    click.echo("The new passphrase holds.")
    return 0


@click.command()
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
def backup(path: Path) -> int:
    """Write everything kept into one file, sealed when there is a lock."""
    house = House()
    try:
        drawer = KeepingDrawer(house)
        locked = drawer.lock_state() != "none"
        expect(drawer.backup_records(str(path)))
    finally:
        house.close()
    click.echo(f"Written to {path}. " + ("The same passphrase opens it." if locked else "It is not locked."))
    return 0


@click.command()
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--yes", is_flag=True, help="Replace without asking first.")
def restore(path: Path, yes: bool) -> int:
    """Put a backup in the place of what is kept now."""
    with opened_house() as house:
        drawer = KeepingDrawer(house)
        if not yes and not click.confirm("It takes the place of everything kept here now. Go on?", default=False):
            click.echo("Nothing has changed.")
            return 0
        expect(drawer.restore_records(str(path)))
        closed = drawer.lock_state() == "closed"
    click.echo("Everything from the backup is here." + (" Its passphrase opens it." if closed else ""))
    return 0


@click.command()
@click.argument("path", type=click.Path(dir_okay=False, path_type=Path), required=False)
@click.option("--item", "items", type=click.Choice(ITEMS), multiple=True, help="What to show; may be repeated.")
@click.option("--name", default="", help="A name to print, or nothing.")
@click.option("--wish", default="", help="What you would like to try or to avoid next.")
@click.option("--since", default="", help="From that day on (2026-11-22).")
@click.option("--until", default="", help="Up to that day.")
@click.option("--yes", is_flag=True, help="Write without asking first.")
def page(path: Path | None, items: tuple[str, ...], name: str, wish: str, since: str, until: str, yes: bool) -> int:
    """Make a page to show somebody: see exactly what is on it, then write it to PATH (.pdf, or .csv for a table)."""
    if path is not None and path.suffix.lower() not in (".pdf", ".csv"):
        raise click.UsageError(f"“{path.name}”: name a file that ends in .pdf or .csv.")
    chosen = frozenset(item for item in ITEMS if item in items) if items else TICKED
    choices = Choices(chosen, frozenset(), name, wish, since, until)
    with opened_house() as house:
        drawer = KeepingDrawer(house)
        click.echo(page_text(drawer.share_page(choices)), nl=False)
        if path is None:
            return 0
        if not yes and not click.confirm(f"Write exactly this to {path.name}?", default=False):
            click.echo("Nothing was written.")
            return 0
        if path.suffix.lower() == ".pdf":
            # Qt draws the page; nothing else at the command line needs it.
            from trainer.app.paper import pdf_without_window  # noqa: PLC0415

            expect(drawer.write_page(str(path), pdf_without_window(drawer.share_page(choices))))
        else:
            expect(drawer.write_page_csv(str(path), choices))
    click.echo(f"Written to {path}. It stays yours; nothing was sent.")
    return 0
