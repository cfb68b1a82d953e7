"""The household: every concrete part, made once and only when it is first needed."""

from __future__ import annotations

import gc
import importlib
import os
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from trainer.app.allocator import give_back
from trainer.app.children import child_command
from trainer.late import late
from trainer.session.clock import SystemClock
from trainer.settings import Language, Settings
from trainer.storage.left_over import clean_temporary
from trainer.storage.paths import Places, assets, places, scenarios
from trainer.storage.settings_file import SettingsFile

if TYPE_CHECKING:
    from trainer import portaudio
    from trainer.hearing import model_catalogue as catalogue
    from trainer.hearing import speech_models
    from trainer.hearing.listener import Listener
    from trainer.lexicon import japanese
    from trainer.lexicon.ready import ReadyInterpreter
    from trainer.session.ports import Ears, Voice
    from trainer.speaking.partner_voice import PartnerVoice
    from trainer.speaking.player import MakeOutput
    from trainer.speech import Post, VoiceTraits
    from trainer.storage import journal as journals
    from trainer.storage import learned_words as learning
    from trainer.storage import ledger as ledgers
    from trainer.storage import lock as locks
    from trainer.storage import loudspeaker as loudspeakers
    from trainer.storage import memory_kept as remembering
    from trainer.storage import pack_door as doors
    from trainer.storage import pack_shelf as shelves
    from trainer.storage import sealed_settings as sealing
else:
    catalogue = late("trainer.hearing.model_catalogue")
    speech_models = late("trainer.hearing.speech_models")
    japanese = late("trainer.lexicon.japanese")
    portaudio = late("trainer.portaudio")
    # What is kept, and the shelf, are read by the garden; the page of a first start needs neither.
    ledgers = late("trainer.storage.ledger")
    locks = late("trainer.storage.lock")
    journals = late("trainer.storage.journal")
    shelves = late("trainer.storage.pack_shelf")
    doors = late("trainer.storage.pack_door")
    learning = late("trainer.storage.learned_words")
    loudspeakers = late("trainer.storage.loudspeaker")
    remembering = late("trainer.storage.memory_kept")
    sealing = late("trainer.storage.sealed_settings")


class House:
    """Owns the parts. `close` ends every process, thread and stream it started."""

    def __init__(self, where: Places | None = None, make_output: MakeOutput | None = None) -> None:
        """`make_output` opens the loudspeaker (a silent one for pictures and tests); by default a real one."""
        self._make_output = make_output
        self.where = where or places()
        self.clock = SystemClock()
        self.settings_file = SettingsFile(self.where.settings)
        self.settings, self.settings_notices = self.settings_file.load()
        clean_temporary()
        self._interpreters: dict[str, ReadyInterpreter] = {}
        self._loading = threading.Lock()
        self._voice: PartnerVoice | None = None
        self._ears: Listener | None = None
        self._cast: Callable[[Settings], Mapping[str, VoiceTraits | None]] | None = None
        self._warmed: set[Language] = set()

    # --- settings ---------------------------------------------------------------------------------------------

    def change_settings(self, settings: Settings, sync: bool = True) -> str:
        """These hold from now on; returns a code when they could not be kept. `sync`: see SettingsFile.save."""
        code = self.sealed_settings.save(settings, sync)
        self.use_settings(settings)
        return code

    def use_settings(self, settings: Settings) -> None:
        """These hold from now on, without keeping them (they were kept already)."""
        self.settings = settings
        if self.is_warm:
            self.warm(settings.practice_language)
        self._apply()

    def _apply(self) -> None:
        settings = self.settings
        if self._voice is not None:
            self._voice.set_volume(settings.volume)
            self._voice.set_device(settings.speaker_device)
            self._voice.mute(not settings.sound)
            self._cast_voices(self._voice)
        if self._ears is not None:
            self._ears.set_device(settings.microphone)
            self._ears.set_patience(settings.pause)
            self._ears.set_push_to_talk(settings.push_to_talk)
            self._ears.set_headphones(settings.headphones)
            self._ears.set_quiet_voice(settings.quiet_voice)
            self._ears.set_pause_learnt(settings.pause_learnt)

    def cast(self, people: Callable[[Settings], Mapping[str, VoiceTraits | None]]) -> None:
        """A scene's people speak next, the trainee's partner first; asked again whenever the settings change."""
        self._cast = people
        if self._voice is not None:
            self._cast_voices(self._voice)

    def _cast_voices(self, voice: PartnerVoice) -> None:
        if self._cast is None:
            return
        people = self._cast(self.settings)
        voice.cast(people)
        for lead in tuple(people)[:1]:
            voice.set_voice(lead, self.settings.voice)

    def keep_learnt_pause(self) -> None:
        """The patience learnt from the trainee's own pauses becomes the setting, to a tenth of a second."""
        if self._ears is None or not self.settings.pause_learnt:
            return
        pause = round(self._ears.pause, 1)
        if pause != self.settings.pause:
            self.change_settings(replace(self.settings, pause=pause))

    # --- what is kept -----------------------------------------------------------------------------------------

    @cached_property
    def ledger(self) -> ledgers.Ledger:
        """The one writer of the journal's file."""
        ledger = ledgers.Ledger(self.where.journal)
        ledger.open()
        return ledger

    @cached_property
    def journal(self) -> journals.Journal:
        """Facts of practice."""
        return journals.Journal(self.ledger)

    @cached_property
    def learnt(self) -> learning.LearnedWords:
        """The trainee's own words for replies."""
        return learning.LearnedWords(self.ledger)

    @cached_property
    def memory(self) -> remembering.MemoryKept:
        """What scenes remember."""
        return remembering.MemoryKept(self.ledger)

    @property
    def keeps_nothing(self) -> bool:
        """True while there is no file of records, and so no lock either: nothing has to be opened to know that."""
        return "ledger" not in self.__dict__ and not os.path.lexists(self.where.journal)

    @cached_property
    def lock(self) -> locks.Lock:
        """The optional lock on everything kept."""
        return locks.Lock(self.ledger)

    @cached_property
    def sealed_settings(self) -> sealing.SealedSettings:
        """The settings, behind the lock when there is one."""
        return sealing.SealedSettings(self.settings_file, self.lock)

    @cached_property
    def shelf(self) -> shelves.PackShelf:
        """The packs."""
        return shelves.PackShelf(scenarios(), self.where.packs, self.where.shelves)

    @cached_property
    def door(self) -> doors.PackDoor:
        """What changes the shelf."""
        return doors.PackDoor(self.shelf)

    # --- understanding, voice, ears -----------------------------------------------------------------------------

    def interpreter(self, language: str) -> ReadyInterpreter:
        """The interpreter of that practice language; loaded once (call `warm` early, it takes part of a second)."""
        with self._loading:
            if language not in self._interpreters:
                from trainer.lexicon.loading import load_interpreter  # noqa: PLC0415 - numpy; the first picture goes first

                self._interpreters[language] = load_interpreter([language], assets())
            return self._interpreters[language]

    def warm(self, language: Language) -> None:
        """Load what a scene in that language needs on a thread of its own, so that the first answer is quick."""
        if language in self._warmed:
            return
        self._warmed.add(language)

        def load() -> None:
            give_back()
            # Their modules take 0.1 s of the window's time when the first scene has to read them.
            for module in ("trainer.hearing.listener", "trainer.speaking.partner_voice", "trainer.speaking.outputs"):
                importlib.import_module(module)
            if language == "ja":
                importlib.import_module("trainer.lexicon.loading").read_dictionary_ahead()
            self.interpreter(language)
            if language == "ja":
                japanese.furigana("支度")  # opens the dictionary: a third of a second when the first page needs it
            # All this stays: the garbage collector need not look through it again and again (0.1 s each time).
            gc.freeze()

        threading.Thread(target=load, daemon=True, name="warm").start()
        # A child process tries the sound library first: no page that lists devices has to wait for that.
        threading.Thread(target=lambda: portaudio.sound_library().module, daemon=True, name="warm-sound").start()

    @property
    def is_warm(self) -> bool:
        """True in a program that was told to load ahead."""
        return bool(self._warmed)

    def warm_voice(self, language: str) -> None:
        """Load the engine of that language before its first line is needed (Japanese takes a second)."""
        if self._voice is not None:
            self._voice.warm(language)

    def voice(self, post: Post) -> Voice:
        """The partner's voice."""
        return self.partner_voice(post)

    def partner_voice(self, post: Post) -> PartnerVoice:
        """The voice with everything it can do besides the session's port."""
        if self._voice is None:
            from trainer.speaking.outputs import DevicePlayer  # noqa: PLC0415 - numpy; the first picture goes first
            from trainer.speaking.partner_voice import PartnerVoice  # noqa: PLC0415 - numpy as well

            self._voice = PartnerVoice(
                post,
                command=child_command("_voice"),
                make_output=self._make_output or DevicePlayer,
                sounds=assets() / "sounds",
                room=loudspeakers.LoudspeakerRoom(self.where.loudspeaker),
            )
            self._apply()
        return self._voice

    def silence(self, silent: bool) -> None:
        """Quick hide outside a visit: the voice, if there is one, is still at once."""
        if self._voice is not None:
            self._voice.mute(silent or not self.settings.sound)

    def ears(self, post: Post) -> Ears:
        """Microphone to utterance."""
        return self.listener(post)

    def listener(self, post: Post) -> Listener:
        """The ears with everything they can do besides the session's port."""
        if self._ears is None:
            from trainer.hearing.listener import Listener  # noqa: PLC0415 - numpy; the first picture goes first

            self._ears = Listener(post, command=child_command("_recogniser"), models=self.where.models)
            self._apply()
        return self._ears

    @cached_property
    def models(self) -> speech_models.SpeechModels:
        """The catalogue and the folder of speech models."""
        return speech_models.SpeechModels(self.where.models, catalogue.read_catalogue(assets() / "speech_models.toml"))

    def models_changed(self) -> None:
        """A speech model came or went: the ears choose again."""
        if self._ears is not None:
            self._ears.models_changed()

    @staticmethod
    def as_path(path: str) -> Path:
        """A path somebody gave us."""
        return Path(path).expanduser()

    def close(self) -> None:
        """End everything that was started; what was kept is on the disk afterwards."""
        self.keep_learnt_pause()
        self.settings_file.sync()
        for part in (self._ears, self._voice):
            if part is not None:
                part.close()
        if "ledger" in self.__dict__:
            self.ledger.close()
        # A child that had to be ended by force left its folder.
        clean_temporary()
