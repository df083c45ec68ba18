"""Runs the site's own modules in V8, without a browser: what is pure in them is tested so."""

from __future__ import annotations

from bench.v8 import MODULES, Script, search_engine

__all__ = ["MODULES", "Script", "search_engine"]
