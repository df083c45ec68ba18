"""What tests share: this county's built site, and that of the county which does not exist."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sample_site import COUNTY
from site_server import build, built_once


# Optional, because the tests of the guide run others without xdist.
@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Two for each processor: a test waits half its time, for a browser, a server or a process."""
    return 2 * (os.cpu_count() or 1)


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The built site."""
    return built_once("site", tmp_path_factory, worker_id, build)


@pytest.fixture(scope="session")
def county_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The built site of the county in engine/county."""
    return built_once("county", tmp_path_factory, worker_id, lambda target: build(target, COUNTY))
