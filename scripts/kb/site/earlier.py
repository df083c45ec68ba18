"""The content of an earlier commit, laid out so that it can be built with the code of today."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
from pathlib import Path

_CONTENT = ("docs", "data", "mkdocs.yml")
_PATIENCE = 120


class NoSuchCommitError(Exception):
    """The repository does not have the commit."""


def lay_out(root: Path, commit: str, target: Path) -> None:
    """Write the content of `commit` into `target`, beside the templates of today.

    Templates are today's in both builds, so that only what editors wrote can differ.

    Raises:
        NoSuchCommitError: when there is no such commit, or no git.
    """
    try:
        packed = subprocess.run(
            ["git", "-C", str(root), "archive", "--format=tar", commit, "--", *_CONTENT],
            capture_output=True, check=True, timeout=_PATIENCE,
        ).stdout  # fmt: skip
    except (OSError, subprocess.SubprocessError) as error:
        raise NoSuchCommitError(commit) from error
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(target, filter="data")
    shutil.copytree(root / "overrides", target / "overrides")
