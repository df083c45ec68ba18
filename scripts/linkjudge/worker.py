"""The process in which strangers' bytes are read: one frame in, one frame out, until the end.

A frame is its length in four bytes and JSON; a question is followed by a second frame, the body.
The process takes limits on itself before it reads anything: a page that needs more memory gets no
reading, and one that needs more time ends the process. It writes no file and starts no process.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import struct
import sys
import traceback
from typing import IO, Any

SECONDS = 2.0
"""Of the processor, for one page; an honest page of a megabyte takes a quarter of it."""
MEMORY = 512 * 1024 * 1024
"""Bytes of address space, Python itself and its libraries among them."""
_LENGTH = struct.Struct(">I")


def main() -> None:
    """Answer questions from standard input until it closes."""
    source, answers = sys.stdin.buffer, _answers()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the process that asks
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    try:
        from linkjudge.reading import read
        from linkjudge.readings import Question

        _confine()
    except Exception:
        _send(answers, {"error": traceback.format_exc()})
        return
    _send(answers, {"ready": True})
    while (asked := _receive(source)) is not None:
        body = _receive(source)
        value: dict[str, Any] = {}
        signal.setitimer(signal.ITIMER_PROF, SECONDS)
        try:
            value = {"reading": read(Question(**json.loads(asked)), body or b"").as_json()}
        except MemoryError:
            value = {"heavy": True}
        except Exception:
            value = {"error": traceback.format_exc()}
        signal.setitimer(signal.ITIMER_PROF, 0)
        _send(answers, value)


def _answers() -> IO[bytes]:
    """Where frames go; whatever else prints must not come between them."""
    own = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return own


def _confine() -> None:
    """Take the limits. A system that does not know one goes without it."""
    for limit, most in (
        (resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):  # fmt: skip
        try:
            resource.setrlimit(limit, (most, most))
        except (OSError, ValueError):
            continue


def _receive(source: IO[bytes]) -> bytes | None:
    head = source.read(_LENGTH.size)
    return source.read(_LENGTH.unpack(head)[0]) if len(head) == _LENGTH.size else None


def _send(answers: IO[bytes], value: dict[str, Any]) -> None:
    data = json.dumps(value).encode()
    answers.write(_LENGTH.pack(len(data)) + data)
    answers.flush()


if __name__ == "__main__":
    main()
