"""`engawa walk PATH...`: walks every path of every scene, and plays it many times with a seed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import click

from trainer.app.checking import scenes_at
from trainer.packs.walk_plays import PlaysReport, play_scene
from trainer.packs.walk_report import WalkReport
from trainer.packs.walker import walk_scene
from trainer.script import Scene
from trainer.speaking.timing import estimated_seconds

QUICK = 100
"""Plays behind the minutes when nobody asked for a number."""


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--plays", type=click.IntRange(1, 100_000), help="Play each scene so often, and show how often what happens."
)
@click.option("--seed", type=int, default=1, help="The same seed gives the same plays.")
@click.option("--json", "as_json", is_flag=True, help="For programs.")
def command(paths: tuple[Path, ...], plays: int | None, seed: int, as_json: bool) -> int:
    """Walk every path: what can be reached, whether it can always be left, how long a visit is."""
    rows = []
    whole = True
    for path in paths:
        for name, scene in scenes_at(path):
            walked = walk_scene(scene)
            played = play_scene(scene, plays or QUICK, seed, estimated_seconds)
            whole = whole and walked.whole and not played.unfinished
            told = played.to_dict()
            rows.append({"scene": name, **walked.to_dict(), "minutes": told["minutes"], "plays": told})
            if not as_json:
                for line in _lines(name, scene, walked, played, plays is not None):
                    click.echo(line)
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    if not rows:
        raise click.ClickException("There is no scene to walk there.")
    return 0 if whole else 1


def _lines(name: str, scene: Scene, walked: WalkReport, played: PlaysReport, in_full: bool) -> Iterator[str]:
    short, middle, long = played.minutes
    state = "whole" if walked.whole else "not whole"
    sampled = " (there was more than was walked)" if walked.sampled else ""
    yield (
        f"{name}: {state}, {walked.states} situations{sampled}; {walked.shortest} to {walked.longest} turns, "
        f"about {short:g} to {long:g} minutes, mostly {middle:g}"
    )
    for kind, missed in (("moment", walked.moments), ("reply", walked.replies), ("line", walked.wordings)):
        for one in missed:
            yield f"  line {one.place.line}: no path comes to this {kind} ({one.address})"
    for goal in walked.goals:
        yield f"  no path reaches the goal “{goal}”"
    for empty in walked.empty:
        way = " → ".join(empty.way)
        yield f"  line {empty.place.line}: {{{empty.name}}} can be said before it is known, after: {way}"
    for trap in walked.traps:
        yield f"  from “{trap}” the only way on is leaving"
    if played.unfinished:
        yield f"  {played.unfinished} of {played.plays} plays found no end"
    if in_full:
        yield from _plays(scene, played)


def _plays(scene: Scene, played: PlaysReport) -> Iterator[str]:
    def share(count: int) -> str:
        return f"{100 * count / played.plays:3.0f} %"

    yield f"  {played.plays} plays with seed {played.seed}: {played.finished} finished, {played.left} left early"
    for moment in scene.moments:
        yield f"    {share(played.moments[moment.name])}  {moment.label}"
        for reply in moment.replies:
            count = played.replies[f"{moment.name}/> {reply.name}"]
            yield f"           {count:5}  > {reply.label}"
    for goal in scene.goals:
        yield f"    {share(played.goals[goal.name])}  goal: {goal.text}"
    for one in played.unheard:
        yield f"  line {one.place.line}: no play said this ({one.address})"
