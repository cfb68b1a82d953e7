"""Content notes a pack can carry: a closed list with a text in each language, shown before anything plays."""

from __future__ import annotations

CONTENT_NOTES: dict[str, tuple[str, str]] = {
    "queue": ("People may wait behind you, if you turn that on.", "設定すると、後ろに人が並ぶことがあります。"),
    "someone-sighs": ("Somebody may sigh, not at you.", "だれかがため息をつくことがあります。あなたにではありません。"),
    "raised-voice": ("Somebody may raise their voice.", "だれかが声を大きくすることがあります。"),
    "phone-ring": ("A telephone may ring.", "電話が鳴ることがあります。"),
    "knock": ("Somebody may knock at the door.", "だれかが扉をノックすることがあります。"),
    "asked-again": ("You may be asked to say it again.", "もう一度、と聞き返されることがあります。"),
    "surprise-question": ("A question may come unexpectedly.", "思いがけないことを聞かれることがあります。"),
    "medical": ("It is about a clinic or a dentist.", "病院や歯医者の場面があります。"),
    "job-interview": ("It is about applying for work.", "仕事の面接や応募の場面があります。"),
    "family": ("It is about family.", "家族との場面があります。"),
    "past-years": ("Somebody may ask about past years.", "これまでの年月についてたずねられることがあります。"),
    "crowd": ("Several people are in the room.", "部屋に何人かいます。"),
}
"""code -> (English, Japanese). Anything else in `content_notes` is a line in the author's own words."""


def note_text(note: str, language: str) -> str:
    """The sentence of a note in the screen's language; an author's own line stays as it is."""
    known = CONTENT_NOTES.get(note)
    return note if known is None else known[1 if language == "ja" else 0]
