"""Runs a command to its end and tells what it cost.

The command is started by a small process of its own (`python -m bench.meter`): on Linux the
peak memory of a process is never less than that of the one that started it, and `kb` weighs
more than a small build does.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

# ru_maxrss is in kilobytes, on macOS in bytes.
_TO_MB = 1024 * 1024 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Cost:
    """What one run of a command cost."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of processor time, user and system: less shaken by what else the machine does."""
    peak: float
    """Peak resident memory in MB."""


def measure(command: Sequence[str], cwd: Path) -> Cost:
    """Run `command` in `cwd`.

    Raises:
        RuntimeError: when it fails; the message is what it printed.
    """
    done = subprocess.run(
        [sys.executable, "-m", "bench.meter", *command],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return Cost(**json.loads(done.stdout.splitlines()[-1]))


def main(command: Sequence[str]) -> int:
    """Run `command`, print its cost as JSON on the last line, and return its exit code."""
    start = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    cost = Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _TO_MB)
    sys.stdout.flush()
    sys.stdout.write(json.dumps(asdict(cost)) + "\n")
    return process.returncode


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
