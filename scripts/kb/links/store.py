"""One run's hold on the state file, which other runs may write at the same time."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kb.links.files import CannotWorkError

_PATIENCE = 30.0
"""Seconds to wait for another run, which holds the lock as long as it reads and writes a file."""


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Keep other runs from the file `path` while the block reads, joins and writes it.

    What is locked is the folder, so that no file is left behind. Raises `CannotWorkError` when
    another run does not let go.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        folder = os.open(path.parent, os.O_RDONLY)
    except OSError as error:
        raise CannotWorkError(f"{path}: {error.strerror or error}") from error
    try:
        _wait_for(folder, path)
        yield
    finally:
        os.close(folder)


def _wait_for(folder: int, path: Path) -> None:
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                raise CannotWorkError(
                    f"{path}: toinen ajo pitää tiedostoa varattuna / another run holds the file"
                ) from None
            time.sleep(0.02)
        except OSError:
            return  # a file system without locks, where there is nothing to wait for
        else:
            return
