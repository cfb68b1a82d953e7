"""The runner: facts and wishes in, voice, ears, screen and records out."""

from __future__ import annotations

from dataclasses import replace

from tests.helpers.hand_parts import HandEars, HandKeeper, HandTimer, HandVoice
from tests.helpers.scenes import counter_scene
from tests.helpers.understanding import ExactInterpreter
from trainer.app.visit import LiveVisit
from trainer.conversation.events import Event
from trainer.conversation.state import State
from trainer.packs.way import way_to
from trainer.script import Dial, Expectation
from trainer.session.clock import HandClock
from trainer.session.runner import Parts, Runner, VisitOptions
from trainer.session.tape import Tape, TapeHead
from trainer.session.view import NoticeView, VisitView
from trainer.speech import Fact, MicrophoneChanged, Partial, RecogniserChanged, TurnHeard, Utterance, VoiceChanged


class Room:
    """A visit with hand-driven parts."""

    def __init__(
        self,
        way: str = "speak",
        dials: dict[str, int] | None = None,
        headphones: bool = False,
        begin_at: tuple[State, Event] | None = None,
    ) -> None:
        self.clock = HandClock()
        self.timer = HandTimer(self.clock)
        self.waiting: list[Fact] = []
        self.voice = HandVoice(self.post)
        self.ears = HandEars(self.post)
        self.keeper = HandKeeper()
        interpreter = ExactInterpreter()
        self.foreseen: list[str] = []
        self.visit = LiveVisit("1", "errands/counter", interpreter, self.voice, self.ears)
        parts = Parts(self.voice, self.ears, interpreter, self.timer, self.clock, self.visit, self.keeper, self.foresee)
        self.tape: list[str] = []
        scene = counter_scene()
        scene = replace(scene, setting="shop", dials=(*scene.dials, Dial("noise"), Dial("speed"), Dial("pause")))
        tape = Tape(TapeHead("errands/counter", "en", 0, ""), self.tape.append)
        options = VisitOptions(way=way, dials=dials or {}, headphones=headphones, begin_at=begin_at)  # type: ignore[arg-type]
        self.runner = Runner(scene, parts, options, lambda: None, "errands/counter", tape)
        self.visit.attach(self.runner)
        self.views: list[VisitView] = []
        self.visit.watch(self.views.append)
        self.visit.begin()

    def foresee(self, utterance: Utterance, expectation: Expectation) -> None:
        assert expectation == self.runner.expectation
        self.foreseen.append(utterance.text)

    def post(self, fact: Fact) -> None:
        self.runner.post(fact)

    def spoken(self) -> None:
        self.voice.finish()
        self.runner.drain()

    def hear(self, text: str) -> None:
        self.ears.hear(text)
        self.runner.drain()

    @property
    def view(self) -> VisitView:
        return self.visit.view


def test_words_are_thought_about_while_the_quiet_still_lasts_but_only_those_of_this_turn() -> None:
    room = Room()
    room.spoken()
    turn = room.runner.state.turn
    for fact in (Partial(turn, ""), Partial(turn, "hello"), Partial(turn - 1, "what"), Partial(turn, "hello there")):
        room.post(fact)
    room.runner.drain()
    assert room.foreseen == ["hello", "hello there"]


def test_a_spoken_conversation_from_hello_to_goodbye() -> None:
    room = Room()
    assert room.view.phase == "speaking"
    assert room.ears.gated, "while the partner speaks nothing is heard"
    room.spoken()
    assert room.ears.listening
    room.hear("hello")
    room.spoken()
    room.hear("yes please")
    room.spoken()
    room.hear("thank you")
    assert room.view.ended == "finished"
    assert not room.ears.listening
    answered = [record.reply for record in room.keeper.records if record.kind == "answered"]
    assert answered == ["say hello", "yes", "thank them"]
    assert all(record.way == "speak" for record in room.keeper.records if record.kind == "answered")


def test_lines_are_prepared_before_they_are_needed() -> None:
    room = Room()
    for words in ("hello", "yes please", "thank you"):
        room.spoken()
        prepared = set(room.voice.prepared)
        room.hear(words)
        if room.voice.saying is not None:
            assert {line.text for line in room.voice.saying[1]} <= prepared


def test_no_microphone_is_opened_unless_the_trainee_chose_speaking() -> None:
    room = Room(way="choose")
    room.spoken()
    assert room.ears.expectation is None
    room.visit.set_way("speak")
    assert room.ears.listening
    room.visit.set_way("type")
    assert room.ears.expectation is None


def test_typing_is_understood_like_speaking() -> None:
    room = Room(way="type")
    room.spoken()
    room.visit.say_text("  hello ")
    assert room.view.moment == "heat"
    assert (room.view.understood, room.view.understood_words) == ("Say hello", "hello")


def test_quiet_counts_only_while_listened_to_by_ear() -> None:
    room = Room()
    room.spoken()
    room.timer.pass_time(7.9)
    assert room.voice.saying is None
    room.timer.pass_time(0.2)
    assert room.voice.saying is not None, "Take your time."
    room.timer.pass_time(60)
    room.spoken()
    assert room.view.moment == "arrive", "the clock stood while the partner spoke"
    room.timer.pass_time(11.8)
    assert room.view.moment == "arrive"
    room.timer.pass_time(0.2)
    assert room.view.moment == "heat"


def test_a_breath_stops_the_quiet_clock_and_the_partner() -> None:
    room = Room()
    room.spoken()
    room.timer.pass_time(5)
    room.visit.breathe()
    assert not room.ears.listening
    room.timer.pass_time(600)
    assert room.view.phase == "breathing"
    room.visit.breathe_end()
    room.timer.pass_time(2.9)
    assert room.voice.saying is None
    room.timer.pass_time(0.2)
    assert room.voice.saying is not None


def test_choosing_has_no_clock() -> None:
    room = Room(way="choose")
    room.spoken()
    room.timer.pass_time(3600)
    assert room.view.moment == "arrive"
    assert room.voice.saying is None
    room.visit.stay_quiet()
    assert room.voice.saying is not None


def test_listening_only_goes_on_when_asked() -> None:
    room = Room(way="listen")
    room.spoken()
    room.visit.go_on()
    assert room.voice.saying is not None
    assert [line.speaker for line in room.voice.saying[1]] == ["you", "CLERK"]
    room.spoken()
    room.visit.go_on()
    room.spoken()
    room.visit.go_on()
    room.spoken()
    assert room.view.ended == "finished"


def test_the_devices_of_the_world_come_and_go() -> None:
    room = Room()
    room.spoken()
    room.runner.post(MicrophoneChanged("lost", "USB"))
    room.runner.drain()
    assert room.view.way == "choose"
    assert room.view.notices == (NoticeView("microphone-lost", "USB"),)
    assert not room.ears.listening
    room.runner.post(RecogniserChanged("restarted", "vosk"))
    room.runner.post(VoiceChanged("failed", "", "child"))
    room.runner.post(MicrophoneChanged("ready", "USB"))
    room.runner.drain()
    assert {notice.code for notice in room.view.notices} == {"recogniser-restarted", "voice-failed", "microphone-ready"}
    room.visit.pick("(nod)")
    assert {notice.code for notice in room.view.notices} == {"voice-failed"}, "what works again is no news any more"


def test_that_everything_works_is_no_news() -> None:
    room = Room()
    room.runner.post(MicrophoneChanged("ready", "USB"))
    room.runner.post(RecogniserChanged("ready", "vosk"))
    room.runner.post(VoiceChanged("ready"))
    room.runner.drain()
    assert room.view.notices == ()


def test_choosing_works_while_the_partner_speaks() -> None:
    room = Room(way="choose")
    room.visit.pick("say hello")
    assert room.view.moment == "heat"


def test_a_late_result_changes_nothing() -> None:
    room = Room()
    room.spoken()
    turn = room.view.turn
    room.visit.pick("say hello")
    room.runner.post(TurnHeard(turn, Utterance("yes please", "en")))
    room.runner.drain()
    assert room.view.moment == "heat"


def test_dials_reach_voice_and_room() -> None:
    room = Room(dials={"speed": 2, "noise": 1})
    assert room.voice.pace > 1
    assert room.voice.ambience == ("shop", 0.35)
    room.visit.set_dial("noise", 0)
    assert room.voice.ambience == ("shop", 0.0)
    room.visit.set_dial("speed", 0)
    assert room.voice.pace < 1


def test_the_pause_dial_makes_the_partner_think() -> None:
    room = Room(dials={"pause": 2})
    assert room.voice.saying is None
    room.timer.pass_time(3.1)
    assert room.voice.saying is not None
    room.spoken()
    room.visit.pick("say hello")
    room.visit.leave()
    room.timer.pass_time(10)
    assert room.voice.saying is not None
    assert room.voice.saying[1][0].text == "Of course. Another time.", "the thought was dropped with the leaving"


def test_with_headphones_the_ears_are_open_while_the_partner_speaks() -> None:
    room = Room(headphones=True)
    assert room.ears.expectation is not None


def test_with_headphones_quiet_is_an_answer_too_and_its_words_are_got_ready() -> None:
    room = Room(headphones=True)
    assert "Take your time." in room.voice.prepared
    room.timer.pass_time(60)
    assert room.runner.state.silences_met == (), "while the partner speaks nobody is quiet"
    room.spoken()
    seconds = counter_scene().moment("arrive").silences[0].seconds
    room.timer.pass_time(seconds)
    assert room.runner.state.silences_met == (seconds,)
    assert room.voice.saying is not None
    assert room.voice.saying[1][0].text == "Take your time."


def test_learnt_words_are_expected_next_time() -> None:
    room = Room()
    room.keeper.words = {"counter/arrive": {"say hello": ("evening all",)}}
    room.spoken()
    room.hear("evening all")
    assert room.view.moment == "heat"


def test_quick_hide_is_quiet_deaf_and_loses_nothing() -> None:
    room = Room()
    room.spoken()
    room.visit.mute(True)
    assert room.voice.muted
    assert room.view.muted
    assert not room.ears.listening
    room.visit.mute(False)
    assert room.ears.listening
    assert room.view.moment == "arrive"


def test_what_is_heard_but_not_said_sounds() -> None:
    assert Room().voice.effects == ["A chime."]


def test_captions_follow_the_voice() -> None:
    room = Room()
    assert room.view.captions[0].name == "Mina"
    room.voice.finish()
    room.runner.drain()
    assert room.view.spoken is None, "nothing is being said any more"


def test_the_tape_has_every_step() -> None:
    room = Room()
    room.spoken()
    room.hear("hello")
    text = "".join(room.tape)
    for name in ("VisitBegan", "PartnerFinished", "TraineeBegan", "Replied", "Say", "Listen"):
        assert f'"{name}"' in text


def test_a_closed_visit_takes_nothing_more() -> None:
    room = Room()
    room.visit.close()
    before = room.runner.state
    room.runner.post(TurnHeard(1, Utterance("hello", "en")))
    room.runner.drain()
    assert room.runner.state is before
    assert room.voice.saying is None


def test_a_visit_may_begin_in_the_middle() -> None:
    scene = counter_scene()
    last = way_to(scene, scene.moments[-1].name)
    assert last is not None
    room = Room(begin_at=(last.before, last.event))
    assert room.view.phase == "speaking"
    assert room.runner.state.moment == scene.moments[-1].name
    assert room.runner.state.way == "speak"
    first = way_to(scene, scene.first)
    assert first is not None
    assert Room(begin_at=(first.before, first.event)).runner.state.turn == 1
