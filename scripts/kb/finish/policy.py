"""The Content-Security-Policy of every page."""

from __future__ import annotations

import base64
import hashlib

_SOURCES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    # The theme's icons are masks from data: addresses in its style sheet.
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    # No form of the site is sent: what a reader types stays in the browser, scripts or not.
    "form-action": "'none'",
    "base-uri": "'none'",
    # No text becomes markup or a script; of addresses of scripts only those that the policy of
    # this name lets through (assets/javascripts/kb.js).
    "require-trusted-types-for": "'script'",
    "trusted-types": "kb",
}


def policy(*inline_scripts: str) -> str:
    """A policy that lets run the site's own files and these inline scripts, and nothing else.

    The scripts come from the templates, never from a built page: a script that got into a
    page by its content must find no hash.
    """
    sources = dict(_SOURCES)
    for script in inline_scripts:
        digest = hashlib.sha256(script.encode()).digest()
        sources["script-src"] += f" 'sha256-{base64.b64encode(digest).decode()}'"
    return "; ".join(f"{name} {value}" for name, value in sources.items())
