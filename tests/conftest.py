"""What the tests of the content and of the browser share: one built site."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_server import build, built_once


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The built site."""
    return built_once("site", tmp_path_factory, worker_id, build)
