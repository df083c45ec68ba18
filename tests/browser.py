"""The browser that the end-to-end tests drive: the same that prints the handbook."""

from kb.export.browser import LAUNCH_ARGS, SHELL, chromium_path, playwright_chromium_installed

__all__ = ["LAUNCH_ARGS", "SHELL", "chromium_path", "playwright_chromium_installed"]
