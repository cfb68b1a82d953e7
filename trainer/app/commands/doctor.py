"""`engawa doctor`: what works on this computer, and what to do about the rest."""

from __future__ import annotations

import json

import click

from trainer.app.doctor import examine, private_pieces
from trainer.app.doctor import for_help as text_for_help
from trainer.app.house import House
from trainer.session.doctor import as_data, as_text, without_people


@click.command()
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.option("--for-help", is_flag=True, help="Leave out the names of folders and people, to send to somebody.")
def command(as_json: bool, for_help: bool) -> int:
    """Look at microphone, voice, ears, models, folders and packs."""
    house = House()
    try:
        given = examine(house)
    finally:
        house.close()
    if as_json:
        text = json.dumps(as_data(given), ensure_ascii=False, indent=1)
        click.echo(without_people(text, private_pieces()) if for_help else text)
    else:
        click.echo(text_for_help(given) if for_help else as_text(given))
    return 0 if given.can_talk else 1
