"""What the program promises, in both languages, each with a test that holds it (more in docs/promises.md)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise in both languages; `test` is the file (and the test) that fails when it is not held."""

    english: str
    japanese: str
    test: str

    def words(self, language: str) -> str:
        """In that language."""
        return self.japanese if language == "ja" else self.english


PROMISES: tuple[Promise, ...] = (
    Promise(
        "Nothing leaves this computer. There is no account and no name. Practising opens no connection.",
        "何もこのパソコンの外に出ません。登録も名前もいりません。練習中はどこにもつながりません。",
        "tests/journeys/test_nothing_leaves.py::test_a_visit_read_aloud_with_its_voice_and_its_recogniser",
    ),
    Promise(
        "Your voice is never kept. Words are kept only if you turn that on.",
        "声が残ることはありません。言葉は、あなたが選んだときだけ残ります。",
        "tests/unit/practice/test_facts.py::test_words_reach_the_record_only_when_the_trainee_keeps_words",
    ),
    Promise(
        "All that is kept can be read in plain words, and erased at once.",
        "残っているものはすべて読めます。すぐに消せます。",
        "tests/unit/app/test_keeping.py::test_fifty_words_behind_the_lock_and_after_erasing",
    ),
    Promise(
        "There is no clock, no mark, no rank and no diagnosis.",
        "時計も点数も順位も診断もありません。",
        "tests/unit/practice/test_progress.py::test_there_is_no_place_for_a_score_a_rank_or_a_streak",
    ),
    Promise(
        "When something is not understood, it is the machine, and the program says so.",
        "聞き取れないのは機械のせいです。プログラムもそう言います。",
        "tests/unit/conversation/test_engine.py::test_sound_without_words_is_nobodys_fault",
    ),
    Promise(
        "Every way of taking part counts the same. A microphone is never required.",
        "どの答え方も同じに数えます。マイクはなくてもかまいません。",
        "tests/plans/test_plans.py::test_gestures_alone_reach_an_end",
    ),
    Promise(
        "Nothing starts by itself. Stopping is one key, always kind, and loses nothing.",
        "勝手に始まることはありません。いつでもキー一つで、おだやかにやめられます。何も失われません。",
        "tests/unit/conversation/test_engine.py::test_leaving_is_kind_from_everywhere",
    ),
    Promise(
        "A pack of scenes can run nothing, open nothing and call nothing.",
        "場面のパックは、何かを動かしたり、開いたり、呼び出したりできません。",
        "tests/unit/packs/test_archive.py::test_any_byte_may_be_changed",
    ),
    Promise(
        "This is practice. It is not therapy, and it has not been tested in a trial.",
        "これは練習です。治療ではありません。臨床試験も受けていません。",
        "tests/screens/test_window_journey.py::test_the_first_page_says_what_this_is_not",
    ),
    Promise(
        "What you did is not lost when the program stops suddenly. When the power goes, at most the last moment is.",
        "プログラムが急に止まっても、したことは失われません。電源が切れたときは、最後の数秒だけ残らないことがあります。",
        "tests/unit/storage/test_kill_9.py::test_50_kills_lose_nothing",
    ),
    Promise(
        "A lock has no second key. Without the passphrase nothing kept can be read, by nobody.",
        "鍵に合鍵はありません。合言葉がなければ、だれにも読めません。",
        "tests/unit/storage/test_lock.py::test_no_planted_word_is_left_in_any_file",
    ),
    Promise(
        "A page for others holds only what you ticked. What you answered is never on it.",
        "人に見せるページには、あなたが選んだものだけが載ります。答えた言葉は載りません。",
        "tests/unit/practice/test_share.py::test_answers_and_clock_times_are_never_on_it",
    ),
    Promise(
        "You can take everything along in one file. A damaged one changes nothing.",
        "すべてを一つのファイルにして持っていけます。壊れたファイルで何かが変わることはありません。",
        "tests/unit/storage/test_backup.py::test_a_damaged_one_is_refused_and_nothing_is_touched",
    ),
    Promise(
        "When tension rose twice running, one gentler dial is offered, once. Silence is an answer.",
        "緊張が二回続けて上がったら、つまみを一つやわらかくすることを、一度だけおすすめします。答えなくてかまいません。",
        "tests/unit/ui/test_view_models.py::test_after_two_rises_one_gentler_dial_is_offered_once",
    ),
)
"""In the order of docs/promises.md."""
