"""`engawa walk PATH...`: walks every path of every scene."""

from __future__ import annotations

import json
from pathlib import Path

import click

from trainer.app.checking import scenes_at
from trainer.packs.walker import walk_scene


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def command(paths: tuple[Path, ...], as_json: bool) -> int:
    """Walk every path: what can be reached, and whether it can always be left."""
    rows = []
    whole = True
    for path in paths:
        for name, scene in scenes_at(path):
            walked = walk_scene(scene)
            whole = whole and walked.whole
            rows.append({"scene": name, **walked.to_dict()})
            if not as_json:
                click.echo(f"{name}: {'whole' if walked.whole else 'not whole'}, {walked.to_dict()['states']} states")
                if not walked.whole:
                    click.echo(f"  {json.dumps(walked.to_dict()['unreached'], ensure_ascii=False)}")
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    if not rows:
        raise click.ClickException("There is no scene to walk there.")
    return 0 if whole else 1
