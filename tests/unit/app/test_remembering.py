"""The desk's understanding answers as the practice's does, works each question out once, and bears several threads."""

from __future__ import annotations

import threading

from tests.helpers.sheet_cases import BAKERY, changed
from tests.helpers.understanding import ExactInterpreter
from trainer.app.remembering import AtHand, RememberingInterpreter
from trainer.packs.checker import Tools, check_sheet
from trainer.script import Expectation
from trainer.speech import Utterance
from trainer.understanding.interpretation import Interpretation


class CountingInterpreter(ExactInterpreter):
    """Counts questions, and notices when two are asked at once."""

    def __init__(self) -> None:
        self.asked = 0
        self.inside = 0
        self.together = False

    def interpret(self, utterance: Utterance, expectation: Expectation) -> Interpretation:
        self.asked += 1
        self.inside += 1
        self.together = self.together or self.inside > 1
        told = super().interpret(utterance, expectation)
        self.inside -= 1
        return told


def test_a_second_look_asks_only_what_is_new() -> None:
    counting = CountingInterpreter()
    tools = Tools(matcher=RememberingInterpreter(counting))
    first = check_sheet(BAKERY, tools=tools)
    asked = counting.asked
    assert asked > 10
    assert check_sheet(BAKERY, tools=tools) == first == check_sheet(BAKERY, tools=Tools(matcher=ExactInterpreter()))
    assert counting.asked == asked
    text = changed(BAKERY, ("  - It's fine cold.", "  - Cold is fine."))
    assert check_sheet(text, tools=tools) == check_sheet(text, tools=Tools(matcher=ExactInterpreter()))
    assert asked < counting.asked < 2 * asked


def test_several_threads_ask_one_after_another() -> None:
    counting = CountingInterpreter()
    tools = Tools(matcher=RememberingInterpreter(counting))
    threads = [threading.Thread(target=check_sheet, args=(BAKERY,), kwargs={"tools": tools}) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not counting.together


def test_what_is_at_hand_is_what_was_asked_and_costs_no_thinking() -> None:
    counting = CountingInterpreter()
    memory = RememberingInterpreter(counting)
    at_hand = Tools(matcher=AtHand(memory))
    assert check_sheet(BAKERY, tools=at_hand) == check_sheet(BAKERY) and counting.asked == 0
    text = changed(BAKERY, ("  - It's fine cold.", "  - Cold is fine."))
    thorough = check_sheet(text, tools=Tools(matcher=memory))
    asked = counting.asked
    assert check_sheet(text, tools=at_hand) == thorough and counting.asked == asked
