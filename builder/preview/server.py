"""The preview's own server: pages, pictures and news, for the browser of whoever started it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Empty, SimpleQueue
from secrets import token_urlsafe
from socket import socket
from threading import Thread
from typing import Any

from builder.preview.guard import ANSWERS, HOST, refusal
from builder.preview.page import marks_svg, page_html, wall_html
from builder.preview.session import Session
from builder.render.html.environment import own_file

_SILENCE = 15.0  # s after which a listener is told that nothing is new, to learn whether it still listens
_PICTURE = re.compile(r"(picture|safe|texts)/([0-9a-f]{64})/(\d{1,4})")
_FILES = {"wall.css": "text/css", "wall.js": "text/javascript", "icon.svg": "image/svg+xml"}

Answer = tuple[HTTPStatus, str, bytes]


class Server(ThreadingHTTPServer):
    """A server on a free port of this machine, with a token that nobody can guess."""

    daemon_threads = True

    def __init__(self, session: Session) -> None:
        self.session, self.token, self.ending = session, token_urlsafe(24), False
        super().__init__((HOST, 0), _Handler)

    @property
    def address(self) -> str:
        """Where the page is."""
        return f"http://{HOST}:{self.server_port}/{self.token}/"

    def handle_error(self, request: socket | tuple[bytes, socket], client_address: Any) -> None:
        """Nothing: a browser that goes away leaves its requests behind."""


@contextmanager
def serving(session: Session) -> Iterator[str]:
    """The address of the session's page, as long as it is served."""
    server = Server(session)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.address
    finally:
        server.ending = True
        server.shutdown()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "packbuild", ""
    timeout = 60

    def handle_one_request(self) -> None:
        """Answer a request, whatever its method: what may be asked is decided in one place."""
        self.raw_requestline = self.rfile.readline(65537)
        if len(self.raw_requestline) > 65536 or not self.raw_requestline:
            self.close_connection = True
        elif self.parse_request():
            self._answer()

    def send_error(self, code: int, *_: object, **__: object) -> None:
        """Refuse what is no request in the same words as all else."""
        self.close_connection = True
        self._send(HTTPStatus(code), "text/plain", HTTPStatus(code).phrase.encode())

    def log_message(self, *_: object) -> None:
        """Nothing: who looks at what is nobody's business."""

    def _answer(self) -> None:
        headers = {name.lower(): self.headers.get_all(name, []) for name in self.headers}
        refused = refusal(self.command, self.path, headers, self.server.server_port, self.server.token)
        if refused:
            self.send_error(refused)
            return
        asked = self.path.split("/", 2)[2] if self.path.count("/") > 1 else ""
        if asked == "events":
            self._events()
            return
        with suppress(ConnectionError, TimeoutError):
            self._send(*self._found(asked))

    def _found(self, asked: str) -> Answer:
        session = self.server.session
        if asked == "":
            return HTTPStatus.OK, "text/html", page_html(session.wall)
        if asked == "wall":
            return HTTPStatus.OK, "text/html", wall_html(session.wall)
        if asked in _FILES:
            return HTTPStatus.OK, _FILES[asked], own_file(asked, "builder.preview").encode()
        if named := _PICTURE.fullmatch(asked):
            return self._picture(named[1], named[2], int(named[3]))
        return HTTPStatus.NOT_FOUND, "text/plain", b"Not Found"

    def _picture(self, what: str, key: str, page: int) -> Answer:
        if what == "picture":
            drawn = self.server.session.picture(key, page)
            if drawn and drawn.data:
                return HTTPStatus.OK, drawn.media_type, drawn.data
            status = HTTPStatus.NOT_FOUND if drawn is None else HTTPStatus.CONFLICT
            return status, "text/plain", status.phrase.encode()
        marks = self.server.session.marks(key, page)
        if marks is None:
            return HTTPStatus.NOT_FOUND, "text/plain", b"Not Found"
        return HTTPStatus.OK, "image/svg+xml", marks_svg(marks, safe=what == "safe")

    def _send(self, status: HTTPStatus, media_type: str, data: bytes) -> None:
        self._head(status, media_type)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _head(self, status: HTTPStatus, media_type: str) -> None:
        self.send_response(status)
        text = media_type.startswith("text/")
        self.send_header("Content-Type", f"{media_type}; charset=utf-8" if text else media_type)
        for name, value in ANSWERS.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")

    def _events(self) -> None:
        """News as they come (server-sent events), until the browser or the server goes."""
        self.close_connection = True
        news = SimpleQueue[dict[str, str]]()
        self.server.session.listeners.add(news.put)
        try:
            self._head(HTTPStatus.OK, "text/event-stream")
            self.end_headers()
            self.wfile.write(b"data: {}\n\n")
            while not self.server.ending:
                try:
                    said = f"data: {json.dumps(news.get(timeout=_SILENCE))}\n\n"
                except Empty:
                    said = ":\n\n"
                self.wfile.write(said.encode())
        except OSError:
            pass  # it went
        finally:
            self.server.session.listeners.discard(news.put)
