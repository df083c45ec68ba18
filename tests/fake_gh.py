"""A recorded stand-in for `gh`: keeps issues in a file and writes down every call.

An artifact NAME of a run is the folder NAME beside them.
GH_FAKE is the folder for `calls.jsonl` and `issues.json`.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

FOLDER = Path(os.environ["GH_FAKE"])


def option(arguments: list[str], name: str) -> str:
    """The value behind an option."""
    return arguments[arguments.index(name) + 1]


def main(arguments: list[str]) -> int:
    """Do what `gh` would have done to the issues."""
    text = sys.stdin.read() if "-" in arguments else None
    with (FOLDER / "calls.jsonl").open("a") as calls:
        token = bool(os.environ.get("GH_TOKEN"))
        calls.write(json.dumps({"argv": arguments, "stdin": text, "token": token}) + "\n")
    if (FOLDER / "broken").exists():
        print("HTTP 502: Bad Gateway", file=sys.stderr)
        return 1
    path = FOLDER / "issues.json"
    issues: list[dict[str, Any]] = json.loads(path.read_text()) if path.exists() else []
    match arguments[:2]:
        case ["issue", "list"]:
            fields = option(arguments, "--json").split(",")
            label = option(arguments, "--label")
            found = [issue for issue in issues if label in issue["labels"]]
            print(json.dumps([{field: issue[field] for field in fields} for issue in found]))
        case ["issue", "create"]:
            number = len(issues) + 1
            issues.append({
                "number": number, "state": "OPEN", "body": text,
                "title": option(arguments, "--title"), "labels": [option(arguments, "--label")],
            })  # fmt: skip
            print(f"https://github.com/o/r/issues/{number}")
        case ["issue", "edit" | "close" | "reopen" as what]:
            issue = issues[int(arguments[2]) - 1]
            if what == "edit":
                issue["body"] = text
            else:
                issue["state"] = "OPEN" if what == "reopen" else "CLOSED"
        case ["run", "download"]:
            shutil.copytree(FOLDER / option(arguments, "--name"), option(arguments, "--dir"))
        case ["label", "create"] | ["auth", "setup-git"] | ["workflow", "run"]:
            pass
        case _:
            print(f"unknown command {arguments}", file=sys.stderr)
            return 1
    path.write_text(json.dumps(issues))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
