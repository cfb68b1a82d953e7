"""The drawn partners: who they are and what colours and shapes they are made of."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Gender = Literal["woman", "man", "open"]
Age = Literal["young", "middle", "older", "open"]
HairKind = Literal[
    "bun", "tousled", "perm", "side_part", "bob", "bald_sides", "long_band", "curtain", "curls", "shoulder", "fringe",
    "none",
]  # fmt: skip
Glasses = Literal["", "square", "round", "half"]
Beard = Literal["", "full", "stubble"]


@dataclass(frozen=True, slots=True)
class PartnerLook:
    """One drawn person. Colours are day colours; `build` widens the body (1.0 is Mina's).

    `gender` and `age` serve the choosing list and the gentle match of a voice; "open" means it is left open.
    """

    id: str
    name_en: str
    name_ja: str
    gender: Gender
    age: Age
    note_en: str
    note_ja: str
    skin: str = "#EBBE9B"
    skin_shade: str = "#DBA782"
    hair: str = "#4B3B37"
    hair_kind: HairKind = "bun"
    brow: str = "#4B3B37"
    brow_width: float = 3.6
    iris: str = "#4A342A"
    lip: str = "#8A4038"
    cheek: str = "#C8775F"
    eye: float = 1.0
    lashes: bool = True
    lines: bool = False
    glasses: Glasses = ""
    beard: Beard = ""
    build: float = 1.0
    tie: bool = False
    shirt: str = "#FAF4E6"
    knit: str = "#86A892"
    jacket: str = "#7E8CA0"
    coat: str = "#7798AC"
    accent: str = "#DDB05A"
    hat: str = ""
    featureless: bool = False

    def name(self, language: str) -> str:
        """The partner's name on the screen."""
        return self.name_ja if language == "ja" else self.name_en


PARTNERS: tuple[PartnerLook, ...] = (
    PartnerLook(
        "mina", "Mina", "ミナ", "woman", "young", "A young woman with her hair up", "髪をまとめた若い女性",
        coat="#C98F6B", knit="#7FA39A", accent="#DDB05A",
    ),
    PartnerLook(
        "haru", "Haru", "ハル", "man", "young", "A young man with ruffled hair", "髪がふわっとした若い男性",
        skin="#E9B893", skin_shade="#D5A17A", hair="#5B4031", brow="#4E372B", hair_kind="tousled", lashes=False,
        lip="#8E4A40", brow_width=4.2, build=1.06, shirt="#EAF0EE", knit="#6F8FA6", coat="#6E8467", accent="#C8775F",
        jacket="#6B7A86",
    ),
    PartnerLook(
        "sato", "Ms Sato", "佐藤さん", "woman", "older", "An older woman with soft grey curls",
        "やわらかな白髪の年配の女性",
        skin="#EEC6A6", skin_shade="#DDAE8B", hair="#B9B2AC", brow="#8E867F", hair_kind="perm", lines=True,
        brow_width=3.0, lip="#A0564E", iris="#54402F", eye=0.92, shirt="#F5EBDD", knit="#A98BA6", jacket="#8B7B93",
        coat="#8F7A86", accent="#E3C58F",
    ),
    PartnerLook(
        "kenji", "Kenji", "ケンジ", "man", "middle", "A man in his forties with glasses", "めがねをかけた四十代の男性",
        skin="#E6B48E", skin_shade="#D09C75", hair="#3A302C", brow="#3A302C", hair_kind="side_part", lashes=False,
        glasses="square", brow_width=4.2, build=1.08, tie=True, shirt="#C9D6DC", knit="#7C8B74", jacket="#7E8CA0",
        coat="#5F7383", accent="#3E7B72",
    ),
    PartnerLook(
        "aoi", "Aoi", "アオイ", "open", "young", "Someone with short silver-brown hair", "短い灰茶色の髪の人",
        skin="#F0C9A9", skin_shade="#DFB08E", hair="#8C7A6B", brow="#75655A", hair_kind="bob", iris="#5B4A3C",
        lip="#96504A", shirt="#EDE7F0", knit="#9C91B5", jacket="#6E7F7A", coat="#A7907B", accent="#86A892", build=1.0,
    ),
    PartnerLook(
        "tomo", "Tomo", "トモ", "man", "older", "A grandfather with a white beard", "白いひげのおじいさん",
        skin="#EBBE9B", skin_shade="#D8A47F", hair="#C9C4BC", brow="#B7B1A8", hair_kind="bald_sides", lines=True,
        lashes=False, beard="full", brow_width=4.6, eye=0.86, build=1.1, shirt="#F3EAD8", knit="#A8785A",
        jacket="#77705F", coat="#7798AC", accent="#DDB05A", hat="#C8775F",
    ),
    PartnerLook(
        "emi", "Emi", "エミ", "woman", "middle", "A woman with wavy hair and a scarf", "ウェーブの髪にスカーフの女性",
        skin="#DFAE86", skin_shade="#C8956D", hair="#6A4232", brow="#553527", hair_kind="long_band", iris="#4B3320",
        lip="#9A4A40", shirt="#F7EFE2", knit="#C58A6B", jacket="#8C6F62", coat="#B6705A", accent="#D9A441", build=1.03,
    ),
    PartnerLook(
        "ryo", "Ryo", "リョウ", "man", "young", "A student with round glasses", "丸めがねの学生",
        skin="#F0C8A6", skin_shade="#DEAF8A", hair="#2E2A2C", brow="#2E2A2C", hair_kind="curtain", lashes=False,
        glasses="round", brow_width=3.4, build=0.95, shirt="#F4F4EE", knit="#C9A24F", jacket="#586A7A", coat="#55705F",
        accent="#7798AC",
    ),
    PartnerLook(
        "lee", "Lee", "リー", "man", "middle", "An English-speaking volunteer with dark curls",
        "英語を話す、黒い巻き毛のボランティア",
        skin="#A9754F", skin_shade="#8F5F3E", hair="#2F2422", brow="#2B201D", hair_kind="curls", lashes=False,
        beard="stubble", brow_width=4.6, iris="#33221A", lip="#7A3B34", cheek="#A5553F", build=1.08, shirt="#EFE6D2",
        knit="#3F7A86", jacket="#6A6A86", coat="#8A6B4A", accent="#E0A458",
    ),
    PartnerLook(
        "nao", "Nao", "ナオ", "woman", "middle", "A woman with reading glasses", "読書用めがねの女性",
        skin="#E8BC98", skin_shade="#D4A37D", hair="#3F3536", brow="#3F3536", hair_kind="shoulder", glasses="half",
        lip="#95483F", shirt="#F2ECE4", knit="#6F9488", jacket="#5F7A78", coat="#7C6B88", accent="#C8775F", build=1.04,
    ),
    PartnerLook(
        "yui", "Yui", "ユイ", "woman", "young", "A young woman with long straight hair", "長いまっすぐな髪の若い女性",
        skin="#F2CDAF", skin_shade="#E0B393", hair="#3B3340", brow="#4A404C", hair_kind="fringe", lip="#A0524E",
        iris="#4C3B3F", shirt="#F8F1E8", knit="#D79C92", jacket="#7A6F8A", coat="#5E7F8C", accent="#C8775F", build=0.96,
    ),
    PartnerLook(
        "noface", "No face", "顔なし", "open", "open", "A calm shape with a leaf, no face",
        "顔のない、葉っぱの静かなかたち",
        skin="#C9D3C2", skin_shade="#B2BFAC", hair_kind="none", featureless=True, shirt="#EFE7D4", knit="#9DB3A2",
        jacket="#8A978F", coat="#8FA7A0", accent="#B9C9B4",
    ),
)  # fmt: skip
"""Every drawn partner, in the order of the choosing list."""


def companion(chosen: str, speaker: str) -> str:
    """Who is drawn for somebody else in the scene than the partner who was chosen: always the same one, never that one.

    Whoever wishes for no face sees none.
    """
    return company(chosen, (speaker,))[0]


def company(chosen: str, speakers: Sequence[str]) -> tuple[str, ...]:
    """Who is drawn for each of the others in a scene: no two alike as long as there are enough, and never `chosen`."""
    if chosen == "noface":
        return (chosen,) * len(speakers)
    others = [look.id for look in PARTNERS if look.id not in (chosen, "noface")]
    drawn: list[str] = []
    for speaker in speakers:
        first = zlib.crc32(speaker.encode()) % len(others)
        order = (*others[first:], *others[:first])
        drawn.append(next((one for one in order if one not in drawn), order[0]))
    return tuple(drawn)


def partner(partner_id: str) -> PartnerLook:
    """The partner of that id; an unknown id gives the first one, so that a picture is always there."""
    return next((look for look in PARTNERS if look.id == partner_id), PARTNERS[0])
