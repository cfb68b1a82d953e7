"""`engawa check PATH...`: diagnostics of packs and sheets."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import click

from trainer.app.checking import check_path, own_words, tools
from trainer.packs.diagnostics import Diagnostic, Screen

MARKS = {"error": "must fix", "warning": "look at", "idea": "idea"}


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="For programs.")
@click.option("--language", type=click.Choice(["en", "ja"]), default="en", help="Language of the sentences.")
def command(paths: tuple[Path, ...], as_json: bool, language: str) -> int:
    """Look over packs (folders or .practicepack) and single sheets."""
    using = tools()
    _, odd = own_words()
    if odd:
        click.echo(f"engawa: {odd} The rest of the list is used.", err=True)
    found = [diagnostic for path in paths for diagnostic in check_path(path, using)]
    if as_json:
        click.echo(json.dumps([one.to_dict(_screen(language)) for one in found], ensure_ascii=False, indent=1))
    else:
        _show(found, language)
    return 1 if any(one.severity == "error" for one in found) else 0


def _screen(language: str) -> Screen:
    return "ja" if language == "ja" else "en"


def _show(found: Iterable[Diagnostic], language: str) -> None:
    counts: Counter[str] = Counter()
    for one in found:
        counts[one.severity] += 1
        row = one.to_dict(_screen(language))
        click.echo(
            f"{one.file}:{one.line}:{one.column}: {MARKS[one.severity]}: {row['message']} {row['fix']} [{one.code}]"
        )
    if not counts:
        click.echo("Nothing found. ここは大丈夫です。" if language == "ja" else "Nothing found. It reads well.")
    else:
        click.echo(", ".join(f"{MARKS[name]}: {counts[name]}" for name in MARKS if counts[name]))
