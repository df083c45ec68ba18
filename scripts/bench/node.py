"""Installs the tools that run on Node or Java; neither the site nor `make test` needs them."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

FILES = ("package.json", "package-lock.json")
QUIET = ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")


def installed(root: Path) -> Path:
    """Install what requirements/node locks into build/node, unless it is there already.

    No script of a package runs at install.

    Returns:
        The folder of the packages.

    Raises:
        FileNotFoundError: when there is no npm.
        subprocess.CalledProcessError: when npm fails, most often for want of a network.
    """
    lock, target = root / "requirements/node", root / "build/node"
    packages = target / "node_modules"
    # Copied last, so that an install that was cut short is not taken for a whole one.
    done = target / "done.json"
    wanted = (lock / FILES[1]).read_bytes()
    if done.exists() and done.read_bytes() == wanted:
        return packages
    target.mkdir(parents=True, exist_ok=True)
    for name in FILES:
        shutil.copy(lock / name, target / name)
    subprocess.run(["npm", "ci", *QUIET], cwd=target, check=True)
    done.write_bytes(wanted)
    return packages
