"""Loading never fails: what is missing makes understanding less able and is listed."""

import threading

from tests.helpers.listening import until
from tests.unit.understanding.menus import BAG_JA, HEAT
from trainer.lexicon.loading import load_interpreter, parts
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
    from trainer.lexicon.loading import Parts

    learnt = Parts().learnt()
    assert learnt.lens is not None
    assert {"en", "ja"} <= set(learnt.limits) & set(learnt.limits_without)
    assert all(0.5 <= limits.ask + 0.2 <= limits.sure < 1 for limits in learnt.limits.values())
    assert read_weights.__doc__


def test_japanese_has_weights_of_its_own_and_does_without_them_when_they_are_broken(tmp_path):
    from trainer.lexicon.loading import Parts

    own = Parts().own("ja")
    assert own is not None
    assert own.words
    assert "ja" in own.limits
    assert Parts().own("en") is None
    (tmp_path / "understanding").mkdir()
    (tmp_path / "understanding" / "weights_ja.json").write_text("{}")
    assert Parts(tmp_path).own("ja") is None
    assert load_interpreter(["ja"], tmp_path).interpret(Utterance("袋をください", "ja"), BAG_JA).best == "want"


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
