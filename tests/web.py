"""A small press site on the loopback interface, for tests: what it answers is given path by path."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Answer:
    """What a path answers; ``drip`` sends the body a byte at a time, ``cut`` closes after half of it."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    drip: float = 0.0
    cut: bool = False


class Site:
    """The site's answers, and who asked for what, when."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer | Callable[[dict[str, str]], Answer]] = {}
        self.asked: list[tuple[float, str]] = []
        self.root = ""

    def count(self) -> Counter[str]:
        return Counter(path for _, path in self.asked)


@contextmanager
def site() -> Iterator[Site]:
    """Serve a site until the block ends."""
    held = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            held.asked.append((time.monotonic(), self.path))
            found = held.answers.get(self.path, Answer(b"no such page", 404))
            answer = found({k.lower(): v for k, v in self.headers.items()}) if callable(found) else found
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            try:
                if answer.drip:
                    for n in range(len(answer.body)):
                        self.wfile.write(answer.body[n : n + 1])
                        self.wfile.flush()
                        time.sleep(answer.drip)
                else:
                    self.wfile.write(answer.body[: len(answer.body) // 2] if answer.cut else answer.body)
            except OSError:
                return
            self.close_connection = True

        def log_message(self, *words: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    held.root = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield held
    finally:
        server.shutdown()
        server.server_close()
