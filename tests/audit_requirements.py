"""Known holes in the locked requirements: runs pip-audit over them. Run by `make audit`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

LOCKS = ("requirements/dev.txt", "requirements/audit.txt")
NO_NETWORK = ("ConnectionError", "ConnectTimeout", "ProxyError", "SSLError", "ServiceError")


def main() -> str | None:
    """Audit the locks; return None, or the message to fail with."""
    tool = Path(sys.executable).with_name("pip-audit")
    options = ["--disable-pip", "--require-hashes", "--progress-spinner", "off", "--format", "json"]
    named = [part for lock in LOCKS for part in ("--requirement", lock)]
    done = subprocess.run([tool, *options, *named], capture_output=True, text=True, check=False)
    # In a workflow there is a network, so there it is a failure not to have asked.
    strict = "CI" in os.environ
    if not done.stdout.startswith("{"):
        if not strict and any(name in done.stderr for name in NO_NETWORK):
            print("Requirements not audited: the list of known holes cannot be reached from here.")
            return None
        return done.stderr
    packages = json.loads(done.stdout)["dependencies"]
    skipped = [package["name"] for package in packages if "skip_reason" in package]
    found = [
        f"{package['name']} {package['version']}: {hole['id']}, mended in {hole['fix_versions']}"
        for package in packages
        for hole in package.get("vulns", [])
    ]
    print(f"Requirements: {len(packages) - len(skipped)} audited, {len(found)} known holes")
    if skipped:
        message = f"not audited, because the index does not know them: {len(skipped)}"
        print(message)
        found += [message] if strict else []
    return "\n".join(found) or None


if __name__ == "__main__":
    sys.exit(main())
