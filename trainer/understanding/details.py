"""Details said along the way: listed values by any of their names, numbers and times; refused when denied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from trainer.script import Slot, SlotValue
from trainer.understanding import english, english_signs, japanese, japanese_signs, numbers
from trainer.understanding.interpretation import SlotFound
from trainer.understanding.phrase import shortened
from trainer.understanding.readers import Reader

_FIRST_VALUES = 3
"""How many values stand in for `{slot}` in an example."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in what was said, in units of it; `words` are those there."""

    first: int
    end: int
    refused: bool
    words: str


class Details:
    """Finds the values of a moment's slots in what was said."""

    def __init__(self, slots: Sequence[Slot], language: str, reader: Reader) -> None:
        self._slots = slots
        self._japanese = language.startswith("ja")
        self._reader = reader
        self._names = {
            (slot.name, value.key): [self._form(name) for name in _names(value)]
            for slot in slots
            for value in slot.values
        }

    def found(self, text: str) -> dict[str, SlotFound]:
        """What was said of each slot; a value said plainly goes before a refused one.

        A value that is part of a longer one of another slot was not said: "medium roast" is no size.
        """
        if not self._slots:
            return {}
        said = _Said(shortened(text), self._japanese, self._reader)
        found: dict[str, SlotFound] = {}
        listed = {slot.name: self._listed(slot, said) for slot in self._slots if not slot.is_number}
        places = [place for placed in listed.values() for place, _ in placed if place is not None]
        for slot in self._slots:
            if slot.is_number:
                hits = self._number(slot, said)
            else:
                hits = [one for place, one in listed[slot.name] if not any(_is_part(place, of) for of in places)]
            if hits:
                found[slot.name] = min(hits, key=lambda hit: hit.refused)
        return found

    def places(self, text: str) -> list[tuple[str, Hit]]:
        """Where details were said: the slot's name and the place (times of day, which are counted otherwise, are not
        among them).
        """
        said = _Said(shortened(text), self._japanese, self._reader)
        placed = [
            (slot.name, hit)
            for slot in self._slots
            if not slot.is_number
            for hit, _ in self._listed(slot, said)
            if hit is not None
        ]
        numbered = [slot for slot in self._slots if slot.is_number]
        for value, first, end in said.numbers() if numbered else ():
            within = (slot for slot in numbered if slot.low <= value <= (slot.high or slot.low))
            placed += [(slot.name, said.hit(first, end)) for slot in within]
        return [(name, hit) for name, hit in placed if not any(_is_part(hit, of) for _, of in placed)]

    def filled(self, example: str) -> list[str]:
        """An example with its `{slot}`s filled by the first few values, or a number."""
        texts = [example]
        for slot in self._slots:
            mark = "{" + slot.name + "}"
            if mark not in example:
                continue
            labels = [value.label for value in slot.values[:_FIRST_VALUES]] or self._some_number(slot)
            texts = [text.replace(mark, label) for text in texts for label in labels]
        return texts[: _FIRST_VALUES * 2]

    def _some_number(self, slot: Slot) -> list[str]:
        value = max(slot.low, min(2, slot.high or 2))
        return [f"{value}つ" if self._japanese else str(value)]

    def _listed(self, slot: Slot, said: _Said) -> list[tuple[Hit | None, SlotFound]]:
        """Values in the order said, each with its place (None for a time, which is counted otherwise).

        Longest names first, so that "black coffee" is not also "coffee".
        """
        taken: list[Hit] = []
        hits: list[tuple[Hit, SlotValue]] = []
        named = [(form, value) for value in slot.values for form in self._names[slot.name, value.key] if form]
        for form, value in sorted(named, key=lambda pair: -len(pair[0])):
            for hit in said.places(form):
                if not any(hit.first < other.end and other.first < hit.end for other in taken):
                    taken.append(hit)
                    hits.append((hit, value))
        hits.sort(key=lambda pair: pair[0].first)
        if hits:
            return [(hit, SlotFound(value.key, hit.words, hit.refused)) for hit, value in hits]
        timed = sorted(self._timed(slot, said), key=lambda pair: pair[0].first)
        return [(None, SlotFound(value.key, hit.words, hit.refused)) for hit, value in timed]

    def _timed(self, slot: Slot, said: _Said) -> list[tuple[Hit, SlotValue]]:
        hits: list[tuple[Hit, SlotValue]] = []
        for value in slot.values:
            for name in _names(value):
                times = {time for time, *_ in _Said(shortened(name), self._japanese, self._reader).times()}
                hits.extend((said.hit(first, end), value) for time, first, end in said.times() if time in times)
        return hits

    def _number(self, slot: Slot, said: _Said) -> list[SlotFound]:
        high = slot.high if slot.high else slot.low
        hits = [(value, said.hit(first, end)) for value, first, end in said.numbers()]
        return [SlotFound(value, hit.words, hit.refused) for value, hit in hits if slot.low <= value <= high]

    def _form(self, name: str) -> tuple[str, ...]:
        if not self._japanese:
            return tuple(english.stem(token) for token in english.tokens(shortened(name)) if token[0] not in ",;.!?")
        sound = japanese_signs.sound_of(japanese.joined(shortened(name)), self._reader)
        return (japanese.evened(sound),) if sound else ()


def _is_part(place: Hit | None, of: Hit) -> bool:
    """Whether one place lies in a longer one."""
    if place is None:
        return False
    return of.first <= place.first and place.end <= of.end and of.end - of.first > place.end - place.first


class _Said:
    """What was said, cut so that places can be found and signs read."""

    def __init__(self, text: str, is_japanese: bool, reader: Reader) -> None:
        self._japanese = is_japanese
        if is_japanese:
            self._text = japanese.joined(text)
            sound, self._signs = japanese_signs.signed_sound(self._text, reader)
            self._units: list[str] = [japanese.evened(sound)]
        else:
            self._units, self._signs = english_signs.signed_tokens(text)
            self._stems = [english.stem(token) for token in self._units]

    def hit(self, first: int, end: int) -> Hit:
        """A place in what was said, with its words and whether it stands under a negation."""
        words = self._text[first:end] if self._japanese else " ".join(self._units[first:end])
        signs = [] if self._japanese else self._signs[first:end]
        return Hit(first, end, bool(signs) and min(signs) < 0, words)

    def places(self, form: tuple[str, ...]) -> list[Hit]:
        """Where a name (in the shape `_form` gives) was said."""
        if self._japanese:
            sound, start, hits = self._units[0], 0, []
            while (start := sound.find(form[0], start)) >= 0:
                end = start + len(form[0])
                hits.append(Hit(start, end, self._signs[start] < 0, sound[start:end]))
                start = end
            return hits
        size = len(form)
        last = len(self._stems) - size + 1
        return [self.hit(n, n + size) for n in range(last) if tuple(self._stems[n : n + size]) == form]

    def times(self) -> list[tuple[tuple[int, int], int, int]]:
        """Times of day and their places."""
        return numbers.japanese_times(self._text) if self._japanese else numbers.english_times(self._units)

    def numbers(self) -> list[tuple[int, int, int]]:
        """Numbers and their places."""
        return numbers.japanese_numbers(self._text) if self._japanese else numbers.english_numbers(self._units)


def _names(value: SlotValue) -> tuple[str, ...]:
    return (value.label, *value.others, *(() if value.key == value.label else (value.key,)))
