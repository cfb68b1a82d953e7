"""What the drawn partners sound like, and who of a scene sounds like whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from trainer.session.view import TELLERS
from trainer.speech import VoiceTraits
from trainer.ui.scene.partners import company

TRAITS: Mapping[str, VoiceTraits] = {
    "mina": VoiceTraits("female", 0, 0.9, 1.035, 1.03),
    "haru": VoiceTraits("male", 0, 1.0, 1.02, 1.04),
    "sato": VoiceTraits("female", 1, -0.8, 0.96, 0.88),
    "kenji": VoiceTraits("male", 1, -0.2, 0.99, 0.97),
    "aoi": VoiceTraits("neutral", 2, -1.5, 0.97, 0.98),
    "tomo": VoiceTraits("male", 1, -1.2, 0.95, 0.83),
    "emi": VoiceTraits("female", 2, -2.2, 0.94, 1.02),
    "ryo": VoiceTraits("male", 2, 1.6, 1.04, 1.06),
    "lee": VoiceTraits("male", 0, -0.7, 0.97, 0.94),
    "nao": VoiceTraits("female", 1, 0.4, 0.99, 0.95),
    "yui": VoiceTraits("female", 2, 0.8, 1.03, 1.05),
}
"""By partner: the young a little higher and quicker, the older lower and slower (decision 0180).

The offsets are our own choice, kept small so that no voice sounds unwell. "noface" stands for nobody, so it is missing.
"""


def cast(persons: Sequence[str], partner: str) -> dict[str, VoiceTraits | None]:
    """Traits by a scene's persons: each speaks as whoever is drawn for them, the first with a body as the partner.

    A machine or a sign is not drawn and sounds like somebody who is not in the picture.
    """
    others = sorted(persons, key=lambda person: person.upper() in TELLERS)[1:]
    drawn = dict(zip(others, company(partner, others), strict=True))
    return {person: TRAITS.get(drawn.get(person, partner)) for person in persons}
