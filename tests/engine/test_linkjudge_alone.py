"""The judge as its README says it is used: by itself, in ten lines."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from faults.case import Case, always, redirect
from faults.running import running
from sample_site import REPOSITORY

README = REPOSITORY / "scripts/linkjudge/README.md"


def test_the_readme_works_outside_the_project(tmp_path: Path) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    assert len([line for line in code.splitlines() if line.strip()]) <= 10
    (tmp_path / "linkjudge").symlink_to(REPOSITORY / "scripts/linkjudge")
    (tmp_path / "use.py").write_text(
        code.replace("done=show", "done=show, allow_private=True"), encoding="utf-8"
    )
    cases = [Case("a", "ok", always()), Case("b", "moved", redirect(301, "uusi"))]
    with running(cases) as server:
        done = subprocess.run(
            # Isolated, so that no path of the project is on the way.
            [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r});"
             "import runpy; runpy.run_path('use.py', run_name='__main__')",
             *(server.url(case) for case in cases)],
            cwd=tmp_path, env={"PATH": os.environ["PATH"]}, capture_output=True, text=True,
            timeout=60, check=False,
        )  # fmt: skip
        urls = [server.url(case) for case in cases]
        new = urls[1].replace("/sivu", "/uusi")
    assert done.stderr == ""
    assert sorted(done.stdout.splitlines()) == [
        f"{urls[0]} ok there {urls[0]}",
        f"{urls[1]} moved moved {new}",
    ]
