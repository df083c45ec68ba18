"""Writes the headers for hosts that can send them: what every page says of itself, and more."""

from __future__ import annotations

from pathlib import Path

HEADERS_FILE = "_headers"
NGINX_FILE = "nginx-headers.conf"
_YEAR = 31_536_000
_UNUSED = ("accelerometer", "bluetooth", "camera", "display-capture", "geolocation", "gyroscope",
           "hid", "magnetometer", "microphone", "midi", "payment", "serial", "usb")  # fmt: skip


def headers(policy: str) -> dict[str, str]:
    """Header -> value, for pages whose own policy is `policy`."""
    return {
        # Only a header may forbid other sites to put a page into a frame of theirs.
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "Strict-Transport-Security": f"max-age={_YEAR}",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _UNUSED),
    }


def write_headers(site: Path, base: str, policy: str) -> None:
    """Write the headers for Netlify and Cloudflare Pages, and for nginx.

    Args:
        site: the built site.
        base: the path of the site's address, with a slash at both ends.
        policy: the policy of every page.
    """
    sent = headers(policy)
    lines = [
        "# For Netlify, Cloudflare Pages and others that read this file at the root of what they",
        f"# publish. Its rules are for the addresses of this site, which begin with {base}",
        f"{base}*",
        *(f"  {name}: {value}" for name, value in sent.items()),
        "# A worker that a cache holds back would hold back every new version.",
        f"{base}sw.js",
        "  Cache-Control: no-cache",
    ]
    (site / HEADERS_FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")
    lines = [
        f"# For nginx: include this in the server block or in `location {base}`. A location with",
        "# an add_header of its own takes over none of these: include it there too.",
        *(f'add_header {name} "{value}" always;' for name, value in sent.items()),
    ]
    (site / NGINX_FILE).write_text("\n".join(lines) + "\n", encoding="utf-8")
