"""View model of playing from here: a real way to the moment, and the visit that begins there. Nothing of it is kept."""

from __future__ import annotations

from dataclasses import dataclass

from trainer.editor.model.playing import Start, play_from, shown_values
from trainer.editor.view_models.desk import DeskModel
from trainer.script import Scene


@dataclass(frozen=True, slots=True)
class PlayModel:
    """A practice that can begin: the scene as it stands on the desk, and where in it."""

    scene: Scene
    start: Start
    moment: str

    @staticmethod
    def prepared(model: DeskModel, moment: str = "") -> PlayModel | None:
        """From that moment (or the first); None when no way leads there or there is no moment at all."""
        scene = model.sheet.fresh_look().scene
        if scene is None:
            return None
        wanted = moment if any(one.name == moment for one in scene.moments) else scene.first
        start = play_from(scene, wanted)
        return PlayModel(scene, start, wanted) if start is not None else None

    def values(self) -> str:
        """What is remembered on arrival, in one line."""
        return " · ".join(f"{name} {value}" for name, value in shown_values(self.start))
