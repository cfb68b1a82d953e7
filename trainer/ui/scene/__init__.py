"""Painted places and people: what the practice, home, first-start and closing screens show.

The API the screens code against. Nothing is re-exported here: each name is taken from its own module, so that home,
the first picture, reads no faces (decision 0195). `view`: the living picture; `partners`, `places`, `face`: who, where
and how; `palette`; `pictures`: still ones; `small_pictures`: cards and portraits; `garden_layout`; `app_icon`.

`SceneView(parent=None)` - the living picture of one scene, a QWidget:
    set_setting(name)            name of a painted place, see `SETTINGS`; an unknown name shows the shop
    set_partner(partner_id)      see `PARTNERS`; an unknown id shows the first partner
    set_dials(*, queue=0..3, eyes=0..2, time=0..2)   people waiting; gaze (0 looks away); day, evening, night
    set_face(face)               one of `FACES`: neutral, smile, listening, speaking, thinking, sorry (220 ms ease)
    set_mouth(opening)           0..1, the smoothed loudness of the partner's voice, about 30 times a second
    set_partner_name(name)       who the scene says this is ("Mina"), used in the description; "" = the partner's own
    set_language("en" | "ja")    language of the description
    set_reduced_motion(bool)     states jump, no timer runs
    set_high_contrast(bool)      the black palette with outlines, whatever the time of day
    set_visible_partner(bool)    False: the place alone
    set_covered(bool)            True while something hides the picture (quick hide): the timer stops
    description() -> str         one sentence that changes with the face; also the accessible description
    description_changed = Signal(str)

`PARTNERS: tuple[PartnerLook, ...]` - id, name_en, name_ja, gender, age, note_en, note_ja; `partner(id)`
`companion(chosen, speaker)` - who is drawn for somebody else in the scene
`SETTINGS: tuple[str, ...]` - names of the painted places; `setting_name(setting, language)` for a card
`FACES: tuple[str, ...]`

Palettes: `ScenePalette`, `scene_palette(time=0, high_contrast=False)`,
    `palette_for_theme("light" | "dark" | "contrast")`

Pictures, all QWidgets with rounded corners, one accessible name and description, `set_scene_palette(palette)`:
    VerandaPicture(language="en")     first start, 560x800 design, fills its rectangle
    DuskPicture(language="en")        closing line, 640x150 design, always dark; text colour DUSK_TEXT on it
    PlacePicture(setting, language=)  a place as a small card picture (without anybody in it)
    PartnerPortrait(partner_id)       head and shoulders, for the settings list
    LogoMark(roof=, floor=) with set_colours(roof, floor); paint_logo(painter, rect, roof, floor); app_icon() -> QIcon

`GardenMap(language="en")` - the home map, a QWidget that fits inside (never crops), design space 1600x780:
    set_scene_palette(palette) - set_paths(scene_counts: Mapping[str, int])
    layout_() -> GardenLayout in design space; to_widget(point) -> QPointF in widget pixels; scale() -> float;
    picture_rect() -> QRectF
    The home screen lays its own focusable stones and labels over it.
`garden_layout(scene_counts) -> GardenLayout(stones: Mapping[path, tuple[Point, ...]], labels: Mapping[path, Point])`
    paths: home, outdoors, errands, belonging, english, help, work (others are left out)
`paint_stone(painter, centre: QPointF, scale, state, palette)` - state "plain" | "been" | "waiting"; 36x30 design units
"""
