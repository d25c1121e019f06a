"""What a hostile page in another tab, another program and a hostile case cannot do; and what breaks, told in words."""

from __future__ import annotations

import json
import os
import resource
import signal
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.workbench.web.client import Client
from tests.workbench.web.conftest import SMALL, Serve, Served, running

PATHS = ["/", "/files", "/state", "/page", "/suppose", "/add/event", "/api/check", "/static/bench.js", "/nowhere"]
POSTS = ["/save", "/check", "/complete", "/hover", "/definition", "/suppose", "/scenario", "/add/event", "/search"]

ELSEWHERE = [
    "../secret.yaml",
    "/etc/passwd",
    "..\\secret.yaml",
    "%2e%2e/secret.yaml",
    "sub/case.yaml",
    ".hidden.yaml",
    "notes.txt",
    "",
    "case.yaml/",
    "link.yaml",
    "\0.yaml",
]
NONSENSE = [
    b"",
    b"[]",
    b"{",
    b"\xff",
    b'{"unsaved": []}',
    b'{"unsaved": {"a.yaml": 1}}',
    b'{"unsaved": {"../a.yaml": ""}}',
    b"[" * 100_000,
]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("case") / "ferry"
    folder.mkdir()
    (folder / "case.yaml").write_text(SMALL, encoding="utf-8")
    (folder.parent / "secret.yaml").write_text("nobody: sees this\n", encoding="utf-8")
    with running() as start:
        yield start(folder)


@pytest.fixture
def own(served: Served) -> Client:
    return Client.of(served.address)


@pytest.mark.parametrize("path", PATHS)
def test_without_the_token_every_path_answers_403(served: Served, path: str) -> None:
    stranger = Client(served.origin)
    assert stranger.get(path).status == 403
    assert stranger.get(f"{path}?token=guess").status == 403
    port = served.origin.rpartition(":")[2]
    assert stranger.get(path, Cookie=f"detente-{port}=guess").status == 403
    assert stranger.get(path, Cookie="detente=; =;;").status == 403


def test_the_address_that_is_printed_opens_it_and_leaves_a_strict_cookie(served: Served) -> None:
    found = Client(served.origin).get(served.address.removeprefix(served.origin))
    assert found.status == 200
    assert "HttpOnly" in found.headers["set-cookie"]
    assert "SameSite=Strict" in found.headers["set-cookie"]
    assert found.headers["content-security-policy"].startswith("default-src 'self';")
    assert "unsafe" not in found.headers["content-security-policy"]
    assert found.headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1", "[::1]", ""])
def test_under_another_name_it_answers_nothing(own: Client, host: str) -> None:
    """A page whose name was made to lead here sends its own name."""
    assert own.get("/files", Host=host).status == 403


@pytest.mark.parametrize("path", POSTS)
def test_nothing_is_changed_for_another_page(own: Client, path: str) -> None:
    assert own.post(path, {}, Origin="http://evil.example").status == 403
    assert own.post(path, {}, Origin="null").status == 403
    assert own.post(path, {}, Sec_Fetch_Site="cross-site").status == 403
    assert own.post(path, {}, Sec_Fetch_Site="same-site").status == 403
    assert own.post(path, {}, X_CSRF_Token=None).status == 403
    assert own.post(path, {}, **{"X-CSRF-Token": "guess"}).status == 403


def test_another_page_may_not_look_either(own: Client) -> None:
    for path in PATHS:
        assert own.get(path, Sec_Fetch_Site="cross-site").status == 403
        assert own.get(path, Origin="http://127.0.0.1:1").status == 403


@pytest.mark.parametrize("name", ELSEWHERE)
def test_no_path_outside_the_folder_is_read_or_written(own: Client, served: Served, name: str) -> None:
    secret = served.path.parent / "secret.yaml"
    link = served.path / "link.yaml"
    link.symlink_to(secret)
    try:
        before = secret.read_text("utf-8")
        found = own.post("/save", {"name": name, "text": "x: 1\n", "version": ""})
        assert found.status == 400, found.text
        assert (secret.read_text("utf-8"), {path.name for path in served.path.iterdir()}) == (
            before,
            {"case.yaml", "link.yaml"},
        )
        assert "nobody" not in own.get("/files").text
    finally:
        link.unlink()


@pytest.mark.parametrize("path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2f..%2fguard.py"])
def test_static_files_are_those_of_their_folder(own: Client, path: str) -> None:
    assert own.get(path).status == 404


@pytest.mark.parametrize("body", NONSENSE)
@pytest.mark.parametrize("path", ["/check", "/complete", "/save"])
def test_what_no_page_sends_is_refused_in_words(own: Client, path: str, body: bytes) -> None:
    found = own.ask("POST", path, body)
    assert (found.status, bool(found.text)) == (400, True)


def test_nothing_larger_than_any_page_sends_is_taken(own: Client) -> None:
    assert own.ask("POST", "/check", b"x", Content_Length=str(10**9)).status == 413


def test_a_save_of_an_older_version_is_refused_with_what_stands_there(own: Client, served: Served) -> None:
    [file] = own.get("/files").json
    stale = {"name": "case.yaml", "text": "mine", "version": "0" * 64}
    found = own.post("/save", stale)
    assert (found.status, found.json) == (409, {"text": SMALL, "version": file["version"]})
    assert (served.path / "case.yaml").read_text("utf-8") == SMALL


def test_line_ends_and_a_mark_at_the_head_stay(serve: Serve, tmp_path: Path) -> None:
    folder = tmp_path / "dos"
    folder.mkdir()
    data = b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode()
    (folder / "case.yaml").write_bytes(data)
    own = Client.of(serve(folder).address)
    [file] = own.get("/files").json
    assert file["text"] == SMALL
    assert own.post("/save", file | {"text": SMALL.replace("They talk", "They sing")}).status == 200
    assert (folder / "case.yaml").read_bytes() == data.replace(b"They talk", b"They sing")


def test_a_disk_that_is_full_is_told_and_what_stood_there_stays(serve: Serve, small: Path) -> None:
    served = serve(small)
    own = Client.of(served.address)
    [file] = own.get("/files").json
    resource.prlimit(served.process.pid, resource.RLIMIT_FSIZE, (64, 64))
    found = own.post("/save", file | {"text": SMALL + "# more\n"})
    assert (found.status, "cannot use 'case.yaml'" in found.text) == (507, True)
    assert [path.name for path in small.iterdir()] == ["case.yaml"]
    assert (small / "case.yaml").read_text("utf-8") == SMALL


def test_what_is_no_text_is_not_written_over(serve: Serve, small: Path) -> None:
    own = Client.of(serve(small).address)
    (small / "old.yaml").write_bytes(b"\xff\xfe")
    found = own.post("/save", {"name": "old.yaml", "text": "mine", "version": ""})
    assert (found.status, "cannot be read as text" in found.text) == (400, True)
    assert (small / "old.yaml").read_bytes() == b"\xff\xfe"
    (small / "case.yaml").unlink()
    (small / "case.yaml").mkdir()
    assert own.post("/save", {"name": "case.yaml", "text": "mine", "version": ""}).status == 400


def test_a_client_that_hangs_up_is_survived(serve: Serve, small: Path) -> None:
    served = serve(small)
    own = Client.of(served.address)
    port = int(served.origin.rpartition(":")[2])
    cookie = own.headers["Cookie"]
    for head in (b"", b"GET /pa", f"GET /page HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nCookie: {cookie}\r\n\r\n".encode()):
        with socket.create_connection(("127.0.0.1", port)) as caller:
            caller.sendall(head)
    assert own.get("/page").status == 200


HOSTILE = "</title><script>alert(1)</script><img src=x onerror=alert(1)>"


def test_a_hostile_case_is_inert(serve: Serve, small: Path) -> None:
    text = json.dumps(HOSTILE)
    said = SMALL.replace("title: The ferry", f"title: {text}").replace("why: It needs the boat", f"why: {text}")
    (small / "case.yaml").write_text(said.replace("name: Upper Bank", f"name: {text}"), encoding="utf-8")
    served = serve(small)
    own = Client.of(served.address)
    form = {"wanted": "alert", "unsaved": "{}"}
    pieces = [
        own.get("/").text,
        own.get("/suppose").text,
        own.get("/add/position").text,
        own.ask("POST", "/search", "&".join(f"{key}={value}" for key, value in form.items())).text,
        own.post("/hover", {"name": "case.yaml", "line": 7, "column": 11, "unsaved": {}}).text,
    ]
    for piece in pieces:
        assert "alert" in piece
        assert "<script>alert" not in piece
        assert "<img" not in piece


def test_a_port_in_use_is_told(serve: Serve, small: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        served = serve(small, "--port", str(port))
        assert served.process.wait(30) == 2
        assert served.process.stderr is not None
        assert f"port {port}" in " ".join(served.process.stderr.read().split())


def test_two_servers_on_one_case_do_not_write_over_each_other(serve: Serve, small: Path) -> None:
    one, other = (Client.of(serve(small).address) for _ in range(2))
    [file] = one.get("/files").json
    assert one.post("/save", file | {"text": SMALL + "# one\n"}).status == 200
    found = other.post("/save", file | {"text": SMALL + "# other\n"})
    assert (found.status, found.json["text"]) == (409, SMALL + "# one\n")
    assert one.get("/state", Cookie=other.headers["Cookie"]).status == 403


@pytest.mark.parametrize("beside", ['prefs={"theme": "dark"}', "foo", "a b=c", "=", "sid=é", "detente-1=x"])
def test_cookies_of_other_programs_do_no_harm(own: Client, beside: str) -> None:
    assert own.get("/files", Cookie=f"{beside}; {own.headers['Cookie']}; {beside}").status == 200
    assert own.get("/files", Cookie=beside).status == 403


def test_a_body_that_does_not_say_how_long_it_is_is_cut_off(served: Served, own: Client) -> None:
    port = int(served.origin.rpartition(":")[2])
    head = ["POST /check HTTP/1.1", f"Host: 127.0.0.1:{port}", "Transfer-Encoding: chunked"]
    head += [f"{key}: {text}" for key, text in own.headers.items()]
    with socket.create_connection(("127.0.0.1", port), timeout=60) as caller:
        caller.sendall(("\r\n".join(head) + "\r\n\r\n").encode())
        for _ in range(33):
            caller.sendall(b"100000\r\n" + b"x" * 2**20 + b"\r\n")
        assert b" 413 " in caller.recv(100)


def test_half_a_character_is_refused(own: Client) -> None:
    found = own.ask("POST", "/save", b'{"name": "case.yaml", "text": "a \\ud800", "version": ""}')
    assert (found.status, "half a character" in found.text) == (400, True)
    assert own.ask("POST", "/check", b'{"unsaved": {"case.yaml": "\\udfff"}}').status == 400


def test_names_that_no_page_can_show_are_left_out(serve: Serve, small: Path) -> None:
    for name in (b"b\xff.yaml", b"two\nlines.yaml"):
        Path(os.fsdecode(os.fsencode(small) + b"/" + name)).write_text("terms: []\n", encoding="utf-8")
    own = Client.of(serve(small).address)
    assert [file["name"] for file in own.get("/files").json] == ["case.yaml"]
    assert list(own.get("/state").json) == ["case.yaml"]


def child_of(served: Served) -> int:
    """Return the process that looks at the case: the largest that the server has."""
    pid = served.process.pid
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text("utf-8").split()
    return max(map(int, children), key=lambda each: int(Path(f"/proc/{each}/statm").read_text("utf-8").split()[1]))


@pytest.mark.parametrize("stopped", [False, True])
def test_it_ends_soon_while_a_page_is_worked_out(serve: Serve, flagship: Path, stopped: bool) -> None:
    served = serve(flagship)
    own = Client.of(served.address)
    asking = threading.Thread(target=lambda: own.get("/page"), daemon=True)
    asking.start()
    time.sleep(2.5)
    if stopped:
        os.kill(child_of(served), signal.SIGSTOP)
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(20) == 0
    assert served.process.stderr is not None
    assert "Traceback" not in served.process.stderr.read()


def test_a_link_to_one_file_can_be_edited(serve: Serve, small: Path) -> None:
    link = small.parent / "link.yaml"
    link.symlink_to(small / "case.yaml")
    own = Client.of(serve(link).address)
    [file] = own.get("/files").json
    assert own.post("/save", file | {"text": SMALL + "# more\n"}).status == 200
    assert link.is_symlink()
    assert (small / "case.yaml").read_text("utf-8") == SMALL + "# more\n"
