"""Files that are either written whole or not at all."""

from __future__ import annotations

import errno
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any


class CannotWorkError(Exception):
    """The check cannot do its work; the message says why in one line."""


class FullError(CannotWorkError):
    """There is no room for a file; what was seen can still be told elsewhere."""


_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def write_text(path: Path, text: str) -> None:
    """Replace `path` in one step, so that a reader or a crash never meets half a file.

    Raises `CannotWorkError` where the file cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise _told(path, error) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise _told(path, error) from error


def _told(path: Path, error: OSError) -> CannotWorkError:
    kind = FullError if error.errno in _FULL else CannotWorkError
    return kind(f"{path}: {error.strerror or error}")


def write_json(path: Path, value: dict[str, Any], rows: str) -> None:
    """Write `value` as JSON with a line for each entry of its field `rows`, for readable diffs.

    (The standard library's own indenting is ten times as slow, which shows at 1,000 links.)
    """

    def dumps(part: Any) -> str:
        return json.dumps(part, ensure_ascii=False)

    entries = value[rows]
    if isinstance(entries, dict):
        inner = ",\n".join(f"  {dumps(key)}: {dumps(entry)}" for key, entry in entries.items())
        inner = f"{{\n{inner}\n }}"
    else:
        inner = "[\n" + ",\n".join(f"  {dumps(entry)}" for entry in entries) + "\n ]"
    fields = [f" {dumps(key)}: {dumps(part)}" for key, part in value.items() if key != rows]
    write_text(path, "{\n" + ",\n".join([*fields, f" {dumps(rows)}: {inner}"]) + "\n}\n")


def tried(write: Callable[[], None]) -> list[str]:
    """What could not be written, as a sentence; none where all went well."""
    try:
        write()
    except CannotWorkError as error:
        return [str(error)]
    return []
