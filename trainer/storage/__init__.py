"""What outlives the program: folders, settings, the journal, learnt words, scene memory, packs on the shelf.

Edge (floor 4): imports floor 0 and practice only. Nothing here raises because of a disk: what cannot be kept is
told once, as a code. The API (all safe to call from the GUI thread):

    paths.places() -> Places(data, config, cache)         ENGAWA_HOME moves all of it; .settings .journal .packs .models
    paths.assets() / paths.scenarios() -> Path            in the checkout, in a wheel, in a frozen bundle
    SettingsFile(path).load() -> (Settings, notice|None)  .save(settings) -> "" or a code
    Ledger(path).open() -> codes                          ("", "journal-set-aside", "journal-not-kept", "journal-newer")
    Journal(ledger).append(fact)                          returns at once, never raises (one writer thread)
    Journal(ledger).flush() -> bool                       True: everything appended so far is on the disk
    Journal(ledger).facts() -> tuple[Fact, ...]           oldest first (see practice.facts)
    LearnedWords(ledger).learn(scene, moment, reply, words, visit, at) / .of_scene(scene) / .learned(scene, moment)
    MemoryKept(ledger).keep(scene, name, value, visit, at) / .kept(scene) -> {name: value}
    eraser.erase(ledger, eraser.everything() | of_scene(s) | since(day) | of_visit(id)) -> Erased
    PackShelf(shipped, added).headings(language) ...      robust against a folder that vanished
"""
