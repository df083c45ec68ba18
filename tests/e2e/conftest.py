"""The built site served, and a browser that tells what goes wrong."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser import LAUNCH_ARGS, chromium_path
from offline_reader import reader
from site_server import serve
from watch import Watch

expect.set_options(timeout=20_000)
"""Milliseconds that a busy machine may need; who is quick waits no longer than before."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "e2e" in item.path.parts:
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="session")
def site(site_folder: Path) -> Iterator[str]:
    """The address of the served site."""
    with serve(site_folder) as address:
        yield address


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    path = chromium_path()
    extra = {"executable_path": path} if path else {}
    return {**browser_type_launch_args, **extra, "args": LAUNCH_ARGS}


@pytest.fixture
def context(context: BrowserContext) -> BrowserContext:
    """A reader who saves data: else every test would fetch the whole site for offline use."""
    context.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    return context


@pytest.fixture
def watch(page: Page) -> Watch:
    return Watch(page)


@pytest.fixture
def own_site(site_folder: Path, tmp_path: Path) -> Path:
    """A copy of the site that a test may change."""
    return Path(shutil.copytree(site_folder, tmp_path / "site"))


@pytest.fixture
def keeper(browser: Browser) -> Iterator[BrowserContext]:
    """A reader who keeps the site for use without a network."""
    with reader(browser) as context:
        yield context
