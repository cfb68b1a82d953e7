"""Findings 140-159: how much a sheet may hold."""

from __future__ import annotations

from trainer.packs.catalogue.definition import Definition, define

_SIZE_EN = "Limits keep every sheet readable, and keep a damaged or hostile file from filling the computer."
_SIZE_JA = "台本を読みやすく保ち、こわれたファイルや悪意のあるファイルからパソコンを守るための上限です。"

DEFINITIONS: tuple[Definition, ...] = (
    define(
        140, "line-too-long", "error",
        en=(
            "This line has <count> characters; at most <limit> are read.",
            "Break it into several lines.",
            _SIZE_EN,
        ),
        ja=("この行は<count>文字あります。読めるのは<limit>文字までです。", "何行かに分けてください。", _SIZE_JA),
    ),
    define(
        141, "text-too-long", "error",
        en=("The sheet is larger than <limit> kilobytes.", "Divide it into several scenes.", _SIZE_EN),
        ja=("台本が<limit>キロバイトを超えています。", "いくつかの場面に分けてください。", _SIZE_JA),
    ),
    define(
        142, "too-many-lines", "error",
        en=("The sheet has <count> lines; at most <limit> are read.", "Divide it into several scenes.", _SIZE_EN),
        ja=(
            "台本は<count>行あります。読めるのは<limit>行までです。",
            "いくつかの場面に分けてください。",
            _SIZE_JA,
        ),
    ),
    define(
        143, "too-many-moments", "error",
        en=("The scene has <count> moments; the limit is <limit>.", "Divide it into several scenes.", _SIZE_EN),
        ja=("やりとりが<count>個あります。上限は<limit>個です。", "いくつかの場面に分けてください。", _SIZE_JA),
    ),
    define(
        144, "too-many-replies", "error",
        en=(
            "This moment has <count> replies; the limit is <limit>.",
            "Join replies that lead to the same place, or divide the moment.",
            "More than a dozen possible answers cannot be told apart reliably, nor chosen from calmly.",
        ),
        ja=(
            "このやりとりには返事が<count>個あります。上限は<limit>個です。",
            "同じ所へ進む返事をまとめるか、やりとりを分けてください。",
            "返事が多すぎると、聞き分けにくく、落ち着いて選びにくくなります。",
        ),
    ),
    define(
        145, "too-many-examples", "error",
        en=(
            "This reply has <count> examples; the limit is <limit>.",
            "Keep the ones people really say; five or six are plenty.",
            _SIZE_EN,
        ),
        ja=(
            "この返事には例が<count>個あります。上限は<limit>個です。",
            "よく使われる言い方だけ残してください。五つか六つで十分です。",
            _SIZE_JA,
        ),
    ),
    define(
        146, "too-many-names", "error",
        en=(
            "The scene remembers and listens for <count> things; the limit is <limit>.",
            "Take out the ones that change nothing.",
            _SIZE_EN,
        ),
        ja=(
            "覚えておくことと聞き取る言葉が、合わせて<count>個あります。上限は<limit>個です。",
            "使っていないものを消してください。",
            _SIZE_JA,
        ),
    ),
)  # fmt: skip
