"""What the pictures say to a screen reader, in English and Japanese: one name, one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from trainer.ui.scene.partners import PartnerLook
    from trainer.ui.scene.places.kind import Place

_FACE_EN = {
    "neutral": "{who} is waiting calmly.", "smile": "{who} is smiling.", "listening": "{who} is listening to you.",
    "speaking": "{who} is speaking.", "thinking": "{who} is thinking.", "sorry": "{who} looks a little sorry.",
}  # fmt: skip
_FACE_JA = {
    "neutral": "{who}は静かに待っています。",
    "smile": "{who}はほほえんでいます。",
    "listening": "{who}はあなたの話を聞いています。",
    "speaking": "{who}は話しています。",
    "thinking": "{who}は考えています。",
    "sorry": "{who}は少し申し訳なさそうです。",
}
_QUEUE_EN = (
    "",
    "One person is waiting behind you.",
    "Two people are waiting behind you.",
    "Three people are waiting behind you.",
)
_QUEUE_JA = ("", "後ろに一人待っています。", "後ろに二人待っています。", "後ろに三人待っています。")
_EYES_EN = ("with the eyes turned aside", "with a glance at you now and then", "looking at you")
_EYES_JA = ("目をそらして", "ときどきあなたを見ながら", "あなたのほうを見て")

WORDS: dict[str, dict[str, str]] = {
    "en": {
        "veranda": "Picture: a veranda",
        "veranda_about": "A wooden veranda looks out on a quiet garden. A cushion and a cup of tea are waiting.",
        "dusk": "Picture: evening garden",
        "dusk_about": "A garden at dusk with a lit stone lantern.",
        "garden": "The garden",
        "garden_about": "A house with a veranda stands in the middle. Paths lead to six places around it. "
        "Every stone is one scene.",
        "place": "Picture: {place}",
        "place_about": "The place is quiet. Nobody is here.",
        "portrait": "Picture: {who}",
        "logo": "Engawa",
    },
    "ja": {
        "veranda": "絵：縁側",
        "veranda_about": "木の縁側から、静かな庭が見えます。座布団とお茶が置いてあります。",
        "dusk": "絵：夕方の庭",
        "dusk_about": "夕暮れの庭に、石灯籠のあかりがともっています。",
        "garden": "庭",
        "garden_about": "まんなかに縁側のある家があります。まわりの六つの場所へ小道がのびています。"
        "石ひとつが場面ひとつです。",
        "place": "絵：{place}",
        "place_about": "静かな場所です。だれもいません。",
        "portrait": "絵：{who}",
        "logo": "縁側",
    },
}


def word(key: str, language: str, **values: str) -> str:
    """The words of that key in English or Japanese."""
    return WORDS["ja" if language == "ja" else "en"][key].format(**values)


def scene_sentence(language: str, who: str, face: str, eyes: int, queue: int, others: Sequence[str] = ()) -> str:
    """One sentence about the partner's face, one about who else is there, one about people waiting if there are any."""
    japanese = language == "ja"
    face_words = (_FACE_JA if japanese else _FACE_EN)[face].format(who=who)
    eyes_words = (_EYES_JA if japanese else _EYES_EN)[eyes]
    if japanese:
        first = face_words.replace(f"{who}は", f"{who}は{eyes_words}、", 1)
        too = f"{'と'.join(others)}もいます。" if others else ""
        return first + too + _QUEUE_JA[queue]
    first = f"{face_words[:-1]}, {eyes_words}."
    too = f"{' and '.join(others)} {'is' if len(others) == 1 else 'are'} there, too." if others else ""
    return " ".join(part for part in (first, too, _QUEUE_EN[queue]) if part)


def scene_name(language: str, place: Place) -> str:
    """The accessible name of a scene picture."""
    return word("place", language, place=place.name_in(language))


def about_partner(look: PartnerLook, language: str) -> str:
    """A few words on how the partner looks."""
    return look.note_ja if language == "ja" else look.note_en
