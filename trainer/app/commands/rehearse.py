"""`engawa rehearse SCENE`: practise in the terminal by typing."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from trainer.app.scenes import Found, find_scene
from trainer.app.tape_file import TapeFile
from trainer.lexicon.loading import load_interpreter
from trainer.session.rehearsal import WORDS, Rehearsal, Setup, rehearse
from trainer.session.tape import Tape
from trainer.storage.paths import assets


def _dials(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> dict[str, int]:
    dials = {}
    for item in given:
        name, equals, value = item.partition("=")
        if not equals or not value.strip().isdigit():
            raise click.BadParameter(f"“{item}” is not of the form name=number, for example queue=1.")
        dials[name.strip()] = int(value)
    return dials


@click.command()
@click.argument("scene")
@click.option("--language", type=click.Choice(["en", "ja"]), default=None, help="Practise in this language.")
@click.option("--dial", "dials", multiple=True, callback=_dials, metavar="NAME=N", help="Set a dial; may be repeated.")
@click.option("--seed", type=int, default=0, show_default=True, help="Same seed, same visit.")
@click.option("--answers", type=click.File(encoding="utf-8"), help="Take the replies from a file, one a line.")
@click.option("--tape", type=click.Path(dir_okay=False, path_type=Path), help="Write the visit down for replay.")
def command(
    scene: str,
    language: str | None,
    dials: dict[str, int],
    seed: int,
    answers: Iterable[str] | None,
    tape: Path | None,
) -> int:
    """Practise SCENE (pack/scene, or a path to a .scene.txt) in the terminal.

    A line may name a way of answering in brackets: (nod), (silence), (help), (again), (leave).
    """
    found = find_scene(scene, language, seed)
    interpreter = load_interpreter([found.scene.language], assets())
    if tape is None:
        return _practise(found, Rehearsal(found.scene, interpreter, click.echo, Setup(seed, dials)), answers)
    file = TapeFile(tape)
    if file.reason:
        raise click.ClickException(file.sentence)
    try:
        taping = Tape(found.head, file.write)
        status = _practise(found, Rehearsal(found.scene, interpreter, click.echo, Setup(seed, dials), taping), answers)
    finally:
        sentence = file.close()
    if sentence:
        raise click.ClickException(sentence)
    return status


def _practise(found: Found, rehearsal: Rehearsal, answers: Iterable[str] | None) -> int:
    if answers is None and rehearsal.outcome == "unfinished":
        click.echo(WORDS.get(found.scene.language, WORDS["en"])["ways"], err=True)
    lines = _shown(answers, rehearsal) if answers is not None else _typed()
    outcome = rehearse(rehearsal, lines)
    if outcome != "unfinished":
        return 0
    if answers is None:
        # The terminal was closed or there is nobody to type: leaving is fine at any time.
        rehearsal.answer("(leave)")
        return 0
    click.echo("engawa: the answers ran out before the scene ended. Add lines, or end with (leave).", err=True)
    return 1


def _shown(answers: Iterable[str], rehearsal: Rehearsal) -> Iterator[str]:
    for line in answers:
        if rehearsal.outcome != "unfinished":
            return
        text = line.rstrip("\n").lstrip("\ufeff")
        if text.strip():
            click.echo(f"> {text}")
            yield text


def _typed() -> Iterator[str]:
    while True:
        try:
            yield input("> ")
        except EOFError:
            if sys.stdin.isatty():
                click.echo("")
            return
