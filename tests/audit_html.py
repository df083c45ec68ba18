"""Valid HTML: runs the Nu checker over a built site. Run by `make audit`; needs Java and npm."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from bench.node import installed

ROOT = Path(__file__).parent.parent
THEME = (
    # base.html of Material: its two checkboxes that hold the state of menu and search.
    ("Attribute “autocomplete” is only allowed when the input type is", 'class="md-toggle"'),
)
"""The theme's own faults: the start of the message, and what the place has."""


def faults(report: dict[str, Any]) -> list[str]:
    """The errors of a report of the checker, without those that are the theme's."""
    return [
        f"{message['url']}:{message.get('lastLine', '?')}: {message['message']}"
        for message in report["messages"]
        if message["type"] != "info" and not _of_the_theme(message)
    ]


def _of_the_theme(message: dict[str, Any]) -> bool:
    return any(
        message["message"].startswith(start) and place in message.get("extract", "")
        for start, place in THEME
    )


def main(site: Path) -> str | None:
    """Check every page of the folder; return None, or the message to fail with."""
    if not (shutil.which("java") and shutil.which("npm")):
        print("HTML not checked: the Nu checker needs Java and npm.")
        return None
    jar = installed(ROOT) / "vnu-jar/build/dist/vnu.jar"
    options = ["--format", "json", "--skip-non-html", "--exit-zero-always", str(site)]
    done = subprocess.run(["java", "-jar", jar, *options], capture_output=True, check=True)
    found = faults(json.loads(done.stderr))
    pages = sum(1 for _ in site.rglob("*.html"))
    print(f"HTML of {pages} pages: {len(found)} faults")
    return "\n".join(found) or None


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
