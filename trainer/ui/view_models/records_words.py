"""The words of the records pages, in English and Japanese side by side: promises are read and changed together."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, str]] = {
    "title": ("What is kept", "残っているもの"),
    "back": ("Settings", "設定"),
    "kept": (
        "Visits: {0}. Tension pairs: {1}. Expectations: {2}. Own words: {3}.",
        "訪問 {0} 回、緊張の記録 {1} 組、思っていたこと {2} 件、自分の言葉 {3} 件。",
    ),
    "folder": ("It lies only on this computer, in {0}.", "このパソコンの {0} の中だけにあります。"),
    "read": ("Read all of it", "すべて読む"),
    "page": ("A page to show somebody", "だれかに見せるページ"),
    "page-note": (
        "Tick what may stand on it. What you see below is exactly what is written.",
        "載せてよいものを選びます。下に見えるものが、そのまま書き出されます。",
    ),
    "item-period": ("Weeks, without days or hours", "練習した週（日や時刻は載りません）"),
    "item-scenes": ("Scenes I practised", "練習した場面"),
    "item-goals": ("Goals I reached", "届いた目標"),
    "item-ways": ("How I answered", "答え方"),
    "item-hints": ("Hints I looked at", "見たヒント"),
    "item-dials": ("Dials I tried", "試したつまみ"),
    "item-tension": ("Tension before and after", "前と後の緊張"),
    "name": ("A name to print, or nothing", "載せる名前（なくてもかまいません）"),
    "wish": ("What I would like to try or to avoid next", "次に試したいこと、避けたいこと"),
    "preview": ("The page", "ページの中身"),
    "save-pdf": ("Save as PDF", "PDF で保存"),
    "save-csv": ("Save as a table", "表で保存"),
    "written": (
        "Written. It stays yours; nothing was sent.",
        "書き出しました。あなたのものです。どこにも送られていません。",
    ),
    "lock": ("A lock", "鍵"),
    "lock-none": (
        "There is no lock now. A passphrase can seal records, settings and the names of visited scenes.",
        "今は鍵がありません。合言葉で、記録と設定と訪ねた場面の名前を読めなくすることができます。",
    ),
    "lock-before": (
        "There is no way to get a forgotten passphrase back. Not from us, not from anybody.",
        "忘れた合言葉を取り戻す方法はありません。作った人にも、だれにもできません。",
    ),
    "lock-open": ("The lock is set, and open now.", "鍵がかかっています。今は開いています。"),
    "lock-set": ("Set the lock", "鍵をかける"),
    "lock-change": ("Change the passphrase", "合言葉を変える"),
    "lock-remove": ("Take the lock away", "鍵を外す"),
    "passphrase": ("Passphrase", "合言葉"),
    "passphrase-new": ("Passphrase from now on", "これからの合言葉"),
    "passphrase-again": ("The same once more", "もう一度同じもの"),
    "lock-on-hide": ("Close the lock when I hide the window", "画面を隠したら鍵も閉める"),
    "backup": ("Take it along", "持っていく"),
    "backup-note": (
        "One file holds everything. With a lock it is sealed, and the same passphrase opens it.",
        "一つのファイルにすべて入ります。鍵があれば読めないまま入り、同じ合言葉で開きます。",
    ),
    "backup-make": ("Make a backup", "控えを作る"),
    "backup-restore": ("Put a backup back", "控えから戻す"),
    "backup-sure": ("It takes the place of what is here. Go on", "今あるものと入れかえる"),
    "erase": ("Erase", "消す"),
    "erase-note": (
        "At once. Copies in backups, and old blocks that a disk keeps by itself, are not ours to reach.",
        "すぐに消えます。控えの写しや、ディスクが内部に残す古い部分までは、このプログラムの手が届きません。",
    ),
    "erase-one": ("One visit", "一回の訪問"),
    "erase-visit": ("Erase this visit", "この訪問を消す"),
    "erase-of": ("One scene", "一つの場面"),
    "erase-scene": ("Erase all about this scene", "この場面のことを消す"),
    "erase-day": ("From this day (2026-11-22)", "この日から（2026-11-22）"),
    "erase-last": ("To this day, or nothing", "この日まで（なくてもかまいません）"),
    "erase-between": ("Erase this period", "この期間を消す"),
    "keep-it": ("Keep it", "消さない"),
    "since": ("From this day, or nothing (2026-11-22)", "この日から（なくてもかまいません。2026-11-22）"),
    "until": ("To this day, or nothing", "この日まで（なくてもかまいません）"),
    "erase-all": ("Erase everything", "すべて消す"),
    "sure": ("Yes, erase it now", "はい、今消します"),
    "erased": ("It is gone.", "消えました。"),
    "promises": ("What we promise", "お約束"),
    "promises-note": (
        "A test holds each of them, every time the program is built. Its name stands below the promise.",
        "どのお約束も、プログラムを作るたびにテストで確かめています。その名前を下に書いておきます。",
    ),
    "door": ("This is locked", "鍵がかかっています"),
    "door-note": ("Your passphrase opens it.", "合言葉で開きます。"),
    "door-open": ("Open", "開く"),
    "door-forgotten": ("I do not have it any more", "合言葉がもうわかりません"),
    "door-erase": (
        "Then everything kept can only be erased. The program works as before afterwards.",
        "その場合は、残っているものをすべて消すことだけができます。そのあとは、また同じように使えます。",
    ),
    "done": ("Done.", "できました。"),
    "moment": ("One moment.", "少しお待ちください。"),
    "lock-other": ("That was another passphrase. Please try again.", "別の合言葉でした。もう一度どうぞ。"),
    "lock-wait": ("Please wait {0} seconds, then try again.", "{0} 秒待ってから、もう一度どうぞ。"),
    "lock-short": ("Please choose at least six characters.", "6 文字以上にしてください。"),
    "lock-twice": (
        "The two are not the same. Please type it once more.",
        "二つが同じではありません。もう一度入力してください。",
    ),
    "lock-there": ("There is a lock already.", "鍵はもうかかっています。"),
    "lock-closed": ("Please open the lock first.", "先に鍵を開けてください。"),
    "backup-damaged": (
        "This backup is damaged. Nothing here was touched. Please try another copy.",
        "この控えは壊れています。ここにあるものは変わっていません。別の写しをお試しください。",
    ),
    "backup-newer": (
        "A newer version wrote this backup. Please install that version.",
        "新しい版で作られた控えです。その版を入れてからお試しください。",
    ),
    "backup-not-ours": ("This file is no backup of Engawa.", "これは Engawa の控えではありません。"),
    "day-order": (
        "The last day lies before the first. Please look at both once more.",
        "終わりの日が始まりの日より前です。もう一度ご確認ください。",
    ),
    "day-other": ("Please write the day like this: 2026-11-22.", "日付は 2026-11-22 の形で書いてください。"),
    "not-kept": (
        "The computer did not take it. Everything is as before. Please make some room, then try again.",
        "保存できませんでした。何も変わっていません。空きを作ってから、もう一度どうぞ。",
    ),
}


def say(key: str, language: str, *values: object) -> str:
    """The words for a key in that language."""
    return WORDS[key][1 if language == "ja" else 0].format(*values)


def told(code: str, detail: str, language: str) -> str:
    """A sentence for what the desk answered; "" when it went well."""
    if not code:
        return ""
    return say(code if code in WORDS else "not-kept", language, detail)
