"""Installing speech models against a server on this computer: cut, resumed, wrong, full, hostile, cancelled."""

from __future__ import annotations

import errno
import hashlib
import http.server
import io
import json
import stat
import threading
import zipfile
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from tests.helpers.disk import ERRORS, refuse
from tests.helpers.hearing import DATA
from trainer.hearing.engines import choose_engine
from trainer.hearing.model_catalogue import CatalogueEntry, language_in, read_catalogue
from trainer.hearing.model_folder import check_folder
from trainer.hearing.model_shelf import SpeechModelError, installed
from trainer.hearing.recogniser import RecogniserError
from trainer.hearing.speech_models import SpeechModels
from trainer.hearing.vosk_recogniser import VoskRecogniser

NAME = "vosk-toy-en"


def zipped(folder: Path, top: str = NAME, more: dict[str, bytes] | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, f"{top}/{path.relative_to(folder).as_posix()}")
        for name, content in (more or {}).items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.fixture(scope="module")
def toy() -> bytes:
    return zipped(DATA / NAME)


@dataclass
class Server:
    """Serves one file and keeps to its orders: break off after so many bytes, ignore ranges, refuse."""

    content: bytes
    cuts: list[int] = field(default_factory=list)
    ranges: bool = True
    status: int = 0
    asked: list[str] = field(default_factory=list)
    url: str = ""


@pytest.fixture
def server(toy):
    told = Server(toy)

    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *_):
            pass

        def do_GET(self):
            told.asked.append(self.headers.get("Range", ""))
            if told.status:
                self.send_error(told.status)
                return
            start = 0
            if told.ranges and self.headers.get("Range"):
                start = int(self.headers["Range"].removeprefix("bytes=").rstrip("-"))
                self.send_response(206)
                self.send_header("Content-Range", f"bytes {start}-{len(told.content) - 1}/{len(told.content)}")
            else:
                self.send_response(200)
            body = told.content[start:]
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[: told.cuts.pop(0)] if told.cuts else body)
            self.close_connection = True

    running = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    told.url = f"http://127.0.0.1:{running.server_address[1]}/{NAME}.zip"
    yield told
    running.shutdown()
    running.server_close()
    thread.join()


def shelf(folder: Path, server: Server, **more) -> SpeechModels:
    entry = CatalogueEntry(
        NAME, "en", "vosk", server.url, len(server.content), hashlib.sha256(server.content).hexdigest(), licence="own"
    )
    waited: list[float] = []
    return SpeechModels(folder, [replace(entry, **more.pop("entry", {}))], pause=waited.append, **more)


def test_downloaded_checked_unpacked_and_ready(tmp_path: Path, server: Server) -> None:
    models = shelf(tmp_path, server)
    assert [(m.id, m.state) for m in models.models()] == [(NAME, "absent")]
    seen, states = [], []

    def progress(now) -> None:
        seen.append(now)
        states.append(models.models()[0].state)

    made = models.install(NAME, progress)
    assert (made.state, made.language, made.licence) == ("ready", "en", "own")
    assert list(dict.fromkeys(now.state for now in seen)) == ["downloading", "verifying", "unpacking"]
    assert list(dict.fromkeys(states)) == ["downloading", "verifying", "unpacking"]
    downloading = [now for now in seen if now.state == "downloading"]
    assert downloading[-1].done == downloading[-1].total == len(server.content)
    assert [(m.id, m.state) for m in models.models()] == [(NAME, "ready")]
    assert VoskRecogniser(Path(made.path)).engine == "vosk"
    assert choose_engine("en", installed(tmp_path)).path == made.path
    assert not list(tmp_path.rglob("*.part"))


def test_a_cut_connection_goes_on_where_it_stopped(tmp_path: Path, server: Server) -> None:
    server.cuts = [100_000, 200_000]
    assert shelf(tmp_path, server).install(NAME).state == "ready"
    assert server.asked == ["", "bytes=100000-", "bytes=300000-"]


def test_a_server_that_knows_no_ranges_starts_over(tmp_path: Path, server: Server) -> None:
    server.cuts, server.ranges = [100_000], False
    assert shelf(tmp_path, server).install(NAME).state == "ready"


def test_a_connection_that_keeps_breaking_is_given_up_and_kept_for_later(tmp_path: Path, server: Server) -> None:
    server.cuts = [1000] * 5
    models = shelf(tmp_path, server)
    with pytest.raises(SpeechModelError) as told:
        models.install(NAME)
    assert told.value.code == "connection"
    server.asked.clear()
    assert models.install(NAME).state == "ready"
    assert server.asked == ["bytes=5000-"]


def test_the_wrong_file_is_thrown_away_before_unpacking(tmp_path: Path, server: Server) -> None:
    models = shelf(tmp_path, server, entry={"sha256": "0" * 64})
    with pytest.raises(SpeechModelError) as told:
        models.install(NAME)
    assert told.value.code == "checksum"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert models.models()[0].state == "absent"


def test_md5_is_compared_when_nothing_better_is_known(tmp_path: Path, server: Server) -> None:
    wrong = shelf(tmp_path, server, entry={"sha256": "", "md5": "0" * 32})
    with pytest.raises(SpeechModelError, match="not the speech model"):
        wrong.install(NAME)
    right = hashlib.md5(server.content, usedforsecurity=False).hexdigest()
    assert shelf(tmp_path, server, entry={"sha256": "", "md5": right}).install(NAME).state == "ready"


def test_a_server_without_the_file_is_not_asked_again(tmp_path: Path, server: Server) -> None:
    server.status = 404
    with pytest.raises(SpeechModelError) as told:
        shelf(tmp_path, server).install(NAME)
    assert told.value.code == "server"
    assert len(server.asked) == 1


def test_cancelled_in_mid_download_it_can_go_on(tmp_path: Path, server: Server) -> None:
    models = shelf(tmp_path, server)
    done = []
    with pytest.raises(SpeechModelError) as told:
        models.install(NAME, lambda now: done.append(now.done), lambda: len(done) > 3)
    assert told.value.code == "cancelled"
    assert models.models()[0].state == "absent"
    assert models.install(NAME).state == "ready"
    assert server.asked[1].startswith("bytes=")


def test_too_little_room_is_noticed_before_anything_is_fetched(tmp_path: Path, server: Server) -> None:
    models = shelf(tmp_path, server, room=lambda _: 1_000_000)
    with pytest.raises(SpeechModelError) as told:
        models.install(NAME)
    assert told.value.code == "disk-full"
    assert server.asked == []


def test_a_disk_that_fills_up_on_the_way_is_said_in_one_sentence(tmp_path: Path, server: Server) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full on this system")
    (tmp_path / ".downloads").mkdir()
    (tmp_path / ".downloads" / f"{NAME}.zip.part").symlink_to(full)
    with pytest.raises(SpeechModelError) as told:
        shelf(tmp_path, server).install(NAME)
    assert told.value.code == "disk-full"
    assert told.value.sentence.count(".") == 2


def test_only_https_is_fetched(tmp_path: Path, server: Server) -> None:
    for url in ("http://example.org/a.zip", "file:///etc/passwd", "ftp://127.0.0.1/a"):
        with pytest.raises(SpeechModelError) as told:
            shelf(tmp_path, server, entry={"url": url}).install(NAME)
        assert told.value.code == "url"


def test_an_unknown_name_lists_the_known_ones(tmp_path: Path, server: Server) -> None:
    with pytest.raises(SpeechModelError, match=NAME):
        shelf(tmp_path, server).install("no-such-model")


@pytest.mark.parametrize("number", ERRORS, ids=lambda number: errno.errorcode[number])
@pytest.mark.parametrize(("step", "after"), [("open", 0), ("fill", 0), ("fill", 1), ("open", 1)])
def test_a_disk_that_refuses_a_download_keeps_what_had_arrived(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch, step: str, after: int, number: int
) -> None:
    models = shelf(tmp_path, server)
    part = tmp_path / ".downloads" / f"{NAME}.zip.part"
    part.parent.mkdir()
    part.write_bytes(server.content[:1000])
    refusing = refuse(monkeypatch, step, number, after, times=1)
    with pytest.raises(SpeechModelError) as told:
        models.install(NAME)
    assert refusing.refused == 1
    assert told.value.code == ("disk-full" if number == errno.ENOSPC else "disk")
    assert told.value.sentence.endswith(".")
    assert server.content.startswith(part.read_bytes()) and part.stat().st_size >= 1000
    assert installed(tmp_path) == ()
    assert models.install(NAME).state == "ready"


def link(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        entry = zipfile.ZipInfo(f"{NAME}/{name}")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(entry, "/etc/passwd")
    return out.getvalue()


HOSTILE = {
    "out by dots": lambda: zipped(DATA / NAME, more={f"{NAME}/../../evil": b"x"}),
    "absolute": lambda: zipped(DATA / NAME, more={"/tmp/evil": b"x"}),
    "drive": lambda: zipped(DATA / NAME, more={"C:/evil": b"x"}),
    "backslash": lambda: zipped(DATA / NAME, more={f"{NAME}\\..\\evil": b"x"}),
    "link": lambda: link("graph"),
    "same name twice": lambda: zipped(DATA / NAME, more={f"{NAME}/AM/final.mdl": b"x"}),
    "too many": lambda: zipped(DATA / NAME, more={f"{NAME}/f{n}": b"" for n in range(600)}),
    "too deep": lambda: zipped(DATA / NAME, more={f"{NAME}/a/b/c/d/e/f/g": b"x"}),
    "not a zip": lambda: b"nothing like a zip file",
    "cut": lambda: zipped(DATA / NAME)[:-5000],
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_zip_leaves_nothing_behind(tmp_path: Path, kind: str) -> None:
    source = tmp_path / "given.zip"
    source.write_bytes(HOSTILE[kind]())
    folder = tmp_path / "models"
    with pytest.raises(SpeechModelError) as told:
        SpeechModels(folder).install_file(source, "en")
    assert told.value.code in ("archive", "language")
    assert not folder.exists() or list(folder.iterdir()) == []
    assert not (tmp_path / "evil").exists()


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{NAME}/am/final.mdl", bytes(30_000_000))
    source = tmp_path / "given.zip"
    source.write_bytes(out.getvalue())
    with pytest.raises(SpeechModelError, match="too large"):
        SpeechModels(tmp_path / "models").install_file(source, "en")


def test_from_a_file_with_the_language_in_its_name(tmp_path: Path) -> None:
    source = tmp_path / "vosk-model-small-ja-0.22.zip"
    source.write_bytes(zipped(DATA / "vosk-toy-ja", "vosk-model-small-ja-0.22"))
    made = SpeechModels(tmp_path / "models").install_file(source)
    assert (made.id, made.language, made.state) == ("vosk-model-small-ja-0.22", "ja", "ready")


def test_from_a_file_of_no_known_language(tmp_path: Path) -> None:
    source = tmp_path / "speech.zip"
    source.write_bytes(zipped(DATA / NAME, "speech"))
    models = SpeechModels(tmp_path / "models")
    with pytest.raises(SpeechModelError) as told:
        models.install_file(source)
    assert told.value.code == "language"
    assert models.install_file(source, "en").language == "en"


def test_a_zip_of_something_else_is_no_speech_model(tmp_path: Path) -> None:
    source = tmp_path / "photos.zip"
    with zipfile.ZipFile(source, "w") as archive:
        archive.writestr("photos/cat.txt", "meow")
    with pytest.raises(SpeechModelError) as told:
        SpeechModels(tmp_path / "models").install_file(source, "en")
    assert told.value.code == "not-a-model"


def test_installing_again_replaces_and_removing_removes(tmp_path: Path, server: Server) -> None:
    models = shelf(tmp_path, server)
    models.install(NAME)
    (tmp_path / NAME / "am/final.mdl").write_bytes(b"\0Bcut")
    assert models.models()[0].state == "broken"
    assert models.install(NAME).state == "ready"
    models.remove(NAME)
    assert models.models()[0].state == "absent"
    with pytest.raises(SpeechModelError) as told:
        models.remove(NAME)
    assert told.value.code == "absent"


@pytest.mark.parametrize("name", ["../..", ".downloads", "", "a/b"])
def test_only_plain_names_are_removed(tmp_path: Path, name: str) -> None:
    (tmp_path / ".downloads").mkdir()
    with pytest.raises(SpeechModelError):
        SpeechModels(tmp_path).remove(name)
    assert (tmp_path / ".downloads").is_dir()


def broken(folder: Path, how: str) -> Path:
    place = folder / NAME
    for path in (DATA / NAME).rglob("*"):
        if path.is_file():
            target = place / path.relative_to(DATA / NAME)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    if how == "no graph":
        (place / "graph/HCLr.fst").unlink()
    elif how == "empty acoustic model":
        (place / "am/final.mdl").write_bytes(b"")
    elif how == "not a graph":
        (place / "graph/Gr.fst").write_bytes(b"hello")
    elif how == "cut, by its list":
        (place / "engawa-files.json").write_text(json.dumps({"am/final.mdl": 10**6}))
    elif how == "half of an ivector folder":
        (place / "ivector").mkdir()
    elif how == "gone":
        return folder / "nothing"
    return place


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ("no graph", "model-broken"),
        ("empty acoustic model", "model-broken"),
        ("not a graph", "model-broken"),
        ("cut, by its list", "model-broken"),
        ("half of an ivector folder", "model-broken"),
        ("gone", "model-absent"),
    ],
)
def test_a_broken_folder_is_refused_before_vosk_sees_it(tmp_path: Path, how: str, code: str) -> None:
    with pytest.raises(RecogniserError) as told:
        VoskRecogniser(broken(tmp_path, how))
    assert told.value.code == code
    assert told.value.sentence.endswith("again.") or told.value.sentence.endswith("it again.")


def test_a_whole_folder_is_not_refused() -> None:
    assert check_folder(DATA / NAME) is None
    assert check_folder(DATA / "vosk-toy-ja") is None


def test_the_catalogue_that_is_shipped_can_be_read() -> None:
    entries = read_catalogue(Path(__file__).parents[3] / "assets" / "speech_models.toml")
    assert {entry.language for entry in entries} == {"en", "ja"}
    assert all(entry.url.startswith("https://") and entry.bytes > 10**7 and entry.licence for entry in entries)


def test_a_catalogue_entry_needs_a_checksum(tmp_path: Path) -> None:
    path = tmp_path / "c.toml"
    path.write_text('[[model]]\nid = "a"\nlanguage = "en"\nengine = "vosk"\nurl = "https://x"\n')
    with pytest.raises(ValueError, match="checksum"):
        read_catalogue(path)


@pytest.mark.parametrize(
    ("name", "language"),
    [("vosk-model-small-ja-0.22", "ja"), ("vosk-model-en-us-0.22", "en"), ("vosk-toy-en", "en"), ("photos", "")],
)
def test_the_language_in_a_name(name: str, language: str) -> None:
    assert language_in(name) == language


def test_english_has_the_built_in_one_and_japanese_needs_a_speech_model() -> None:
    assert choose_engine("en", ()).engine == "pocketsphinx"
    assert choose_engine("ja", ()) is None
    assert choose_engine("en", (), "vosk") is None
    found = installed(DATA)
    assert choose_engine("ja", found).path.endswith("vosk-toy-ja")
    assert choose_engine("en", found, "pocketsphinx").engine == "pocketsphinx"
