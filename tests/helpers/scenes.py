"""A small scene made by hand, so that the conversation can be tested without the sheet reader."""

from __future__ import annotations

from trainer.script import (
    Arrow,
    Condition,
    Cue,
    Dial,
    Goal,
    Line,
    Memory,
    Moment,
    Person,
    ReachGoal,
    Reply,
    Scene,
    SetMemory,
    ShowHint,
    Silence,
    Slot,
    SlotValue,
    Wording,
)


def says(*texts: str, speaker: str = "CLERK") -> Line:
    """A line with these wordings."""
    return Line(speaker, tuple(Wording(text) for text in texts))


def counter_scene() -> Scene:
    """Greeting, heating, goodbye: silence, unclear, not heard, a slot, a kept memory, a way out."""
    anywhere = Moment(
        "anywhere",
        "anywhere",
        replies=(
            Reply(
                "ask again", "Ask again", examples=("Sorry?", "Pardon?"), steps=(ReachGoal("repair"), Arrow("again"))
            ),
            Reply("leave early", "Leave", examples=("Sorry, I have to go.",), steps=(Arrow("leaving"),)),
        ),
    )
    arrive = Moment(
        "arrive",
        "Arriving",
        opening=(
            Cue("A chime."),
            Cue("Somebody waits.", Condition("queue", ">=", 1)),
            Line(
                "CLERK",
                (
                    Wording("Hello."),
                    Wording("Good evening."),
                    Wording("Hello again.", "", Condition("visits", ">=", 1)),
                ),
            ),
        ),
        replies=(
            Reply("say hello", "Say hello", examples=("Hello.", "Hi."), steps=(ReachGoal("greet"), Arrow("heat"))),
            Reply("(nod)", "(nod)", gesture=True, steps=(ReachGoal("greet"), Arrow("heat"))),
        ),
        hints=("Any answer is fine.", "One word is enough.", 'You could say: "Hello."'),
        repeat=(says("Hello, good evening."),),
        silences=(Silence(8, (says("Take your time."),)), Silence(20, (Arrow("heat"),))),
        unclear=((says("Sorry, my ears."),), (ShowHint(3),)),
    )
    heat = Moment(
        "heat",
        "Heating",
        opening=(says("Shall I heat it?", "Would you like it warm?"),),
        replies=(
            Reply(
                "yes",
                "Yes, warm",
                examples=("Yes, please.", "{item}, please."),
                steps=(SetMemory("warmed", "yes"), Arrow("bye")),
            ),
            Reply("no", "No, as it is", examples=("No, thank you.",), steps=(Arrow("bye"),)),
            Reply("(nod)", "(nod)", gesture=True, steps=(Arrow("bye"),)),
            Reply("walk off", "Walk off", gesture=True, on_purpose=True, steps=(Arrow("bye"),)),
        ),
        hints=("Either is fine.", "", 'You could say: "Yes, please."'),
        silences=(Silence(8, (says("I'll leave it as it is."), Arrow("bye"))),),
        unheard=((says("Sorry, the fridge is loud."),), (says("Once more, please?"),)),
    )
    bye = Moment(
        "bye",
        "Goodbye",
        opening=(
            SetMemory("visits", change=1),
            says("Your {item} is ready. Take care."),
        ),
        replies=(
            Reply("thank them", "Thank them", examples=("Thank you.",), steps=(Arrow("end"),)),
            Reply("(nod)", "(nod)", gesture=True, steps=(Arrow("end"),)),
        ),
        silences=(Silence(6, (Arrow("end"),)),),
    )
    leaving = Moment("leaving", "Leaving", opening=(says("Of course. Another time."), Arrow("end")))
    return Scene(
        id="counter",
        title="At the counter",
        language="en",
        moments=(arrive, heat, bye, leaving),
        anywhere=anywhere,
        first="arrive",
        persons=(Person("CLERK", "Mina, calm"),),
        goals=(Goal("greet", "Answer the greeting."), Goal("repair", "Ask again.", optional=True)),
        slots=(
            Slot("item", (SlotValue("tea", "tea"), SlotValue("rice ball", "rice ball", ("onigiri",))), usual="tea"),
        ),
        memory=(Memory("visits", 0, keep=True), Memory("warmed", "no")),
        dials=(Dial("queue"), Dial("unheard"), Dial("warmth")),
        leaving="leaving",
    )
