"""The built site served, and a browser that tells what goes wrong."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser import LAUNCH_ARGS, chromium_path
from kb.finish.worker import write_worker
from offline_reader import STORAGE, reader
from site_server import serve
from watch import Watch

expect.set_options(timeout=20_000)
"""Milliseconds that a busy machine may need; who is quick waits no longer than before."""


FEW = {
    *(".", "en", "haku", "en/haku", "kasikirja", "tilanteet", "tyokalut", "perehdytys"),
    *("palvelut", "en/palvelut", "palvelut/kela", "palvelut/talousneuvola", "palvelut/valitystili"),
    *("tietoa/kartta", "tietoa/lahde"),
}
"""The pages of `few_pages`, by their folder below the site's root."""


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


@pytest.fixture(scope="session")
def few_pages(site_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with a few of its pages, of every depth: a reader has them on the device at once."""
    folder = Path(shutil.copytree(site_folder, tmp_path_factory.mktemp("few") / "site"))
    for file in folder.rglob("index.html"):
        if file.parent.relative_to(folder).as_posix() not in FEW:
            file.unlink()
    write_worker(folder, STORAGE)
    return folder


@pytest.fixture
def small_site(few_pages: Path, tmp_path: Path) -> Path:
    """A copy of the site of few pages that a test may change."""
    return Path(shutil.copytree(few_pages, tmp_path / "site"))


@pytest.fixture
def keeper(browser: Browser) -> Iterator[BrowserContext]:
    """A reader who keeps the site for use without a network."""
    with reader(browser) as context:
        yield context
