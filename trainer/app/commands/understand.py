"""`engawa understand`: JSON lines in, JSON lines out, each answered as soon as it is read."""

from __future__ import annotations

import sys

import click

from trainer.lexicon.loading import load_interpreter
from trainer.storage.paths import assets
from trainer.understanding.questions import QuestionError, answer_line


@click.command()
def command() -> int:
    """Understand replies: one question a line on standard input, one answer a line on standard output.

    {"language": "en", "replies": {"yes": ["Yes, please."], "no": ["No, thanks."]}, "utterance": "yes"}
    """
    interpreter = load_interpreter(("en", "ja"), assets())
    status = 0
    for number, raw in enumerate(sys.stdin.buffer, start=1):
        line = raw.decode("utf-8-sig", errors="replace").strip()
        if not line:
            continue
        try:
            click.echo(answer_line(line, interpreter))
        except QuestionError as error:
            click.echo(f"engawa: line {number}: {error}", err=True)
            # Whoever counts lines still gets one for each question.
            click.echo('{"reply": null, "best": null, "second": null, "confidence": 0.0, "slots": {}}')
            status = 1
        sys.stdout.flush()
    return status
