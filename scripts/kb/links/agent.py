"""Who asks: the user agent, with an address at which a site's keeper reaches us."""

from __future__ import annotations

import getpass
import os
import re
import socket


def contact() -> str:
    """KB_CONTACT, else the issues of the repository on GitHub, else whoever runs this."""
    if told := os.environ.get("KB_CONTACT"):
        return told
    server, repository = (os.environ.get(f"GITHUB_{n}") for n in ("SERVER_URL", "REPOSITORY"))
    if server and repository:
        return f"{server}/{repository}/issues"
    return f"{getpass.getuser()}@{socket.gethostname()}"


def user_agent(name: str) -> str:
    """The value of the User-Agent header, by the name that the county gives its site."""
    safe = re.sub(r"[^!-'*-~]", "", contact())
    return f"Mozilla/5.0 (compatible; {name}; +{safe})"
