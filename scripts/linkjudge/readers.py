"""A few processes that read what strangers sent, so that the event loop never does.

A page that is too heavy for its reader costs that reader, which is replaced, and the page's own
link; the other links wait for a moment at most.
"""

from __future__ import annotations

import asyncio
import json
import os
import struct
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from linkjudge.readings import Question, Reading

_PATIENCE = 30.0
"""Seconds by the clock: a busy machine may give a reader little of its time, but not for ever."""
_LARGEST = 16 * 1024 * 1024
"""Bytes of an answer; a reader that says more is no reader of ours."""
_LENGTH = struct.Struct(">I")
_COMMAND = (sys.executable, "-m", "linkjudge.worker")


class HeavyError(Exception):
    """The page needs more time or memory than a page may."""


class ReaderError(RuntimeError):
    """A reader failed by a fault of this program; the message is its traceback."""


class Readers:
    """Reads bodies in other processes, started when they are first needed."""

    def __init__(self, count: int | None = None, command: tuple[str, ...] = _COMMAND) -> None:
        self._command = command
        self._idle: asyncio.LifoQueue[asyncio.subprocess.Process | None] = asyncio.LifoQueue()
        for _ in range(count or max(1, min(4, os.cpu_count() or 1))):
            self._idle.put_nowait(None)
        self._running: set[asyncio.subprocess.Process] = set()

    async def read(self, question: Question, body: bytes) -> Reading:
        """Read `body`; `HeavyError` where that takes too much, `ReaderError` for our own faults."""
        process = await self._idle.get()
        kept = None
        try:
            process = process or await self._start()
            value = await self._ask(process, question, body)
            kept = process
        finally:
            self._idle.put_nowait(kept)
            if kept is None and process is not None:
                await self._drop(process)
        if value.get("heavy"):
            raise HeavyError
        if "error" in value:
            raise ReaderError(value["error"])
        return Reading.from_json(value["reading"])

    async def close(self) -> None:
        """End every reader."""
        for process in list(self._running):
            await self._drop(process)

    async def _drop(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdin is not None
        self._running.discard(process)
        with suppress(ProcessLookupError):
            process.kill()
        process.stdin.close()
        await process.wait()

    async def _start(self) -> asyncio.subprocess.Process:
        process = await asyncio.create_subprocess_exec(
            *self._command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            # Nothing of ours, such as a token, is theirs to see.
            env={"PYTHONPATH": str(Path(__file__).parent.parent)},
        )
        self._running.add(process)
        try:
            async with asyncio.timeout(_PATIENCE):
                value = await _receive(process)
        except (TimeoutError, EOFError, OSError) as error:
            await self._drop(process)
            raise ReaderError(f"{' '.join(self._command)}: did not start") from error
        if "ready" not in value:
            await self._drop(process)
            raise ReaderError(str(value.get("error")))
        return process

    async def _ask(
        self, process: asyncio.subprocess.Process, question: Question, body: bytes
    ) -> dict[str, Any]:
        assert process.stdin is not None
        asked = json.dumps(question.as_json()).encode()
        try:
            async with asyncio.timeout(_PATIENCE):
                # In one piece: each would wake the reader.
                process.stdin.write(
                    b"".join((_LENGTH.pack(len(asked)), asked, _LENGTH.pack(len(body)), body))
                )
                await process.stdin.drain()
                return await _receive(process)
        except (TimeoutError, EOFError, OSError) as error:
            raise HeavyError from error


async def _receive(process: asyncio.subprocess.Process) -> dict[str, Any]:
    assert process.stdout is not None
    length = _LENGTH.unpack(await process.stdout.readexactly(_LENGTH.size))[0]
    if length > _LARGEST:
        raise EOFError
    value: dict[str, Any] = json.loads(await process.stdout.readexactly(length))
    return value
