"""The conversation: `advance(scene, state, event) -> (state, effects)`. Pure: no Qt, I/O, clock or dice."""
