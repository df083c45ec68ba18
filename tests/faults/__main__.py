"""Serve until standard input closes: `python -m faults [--healthy LINKS HOSTS]`.

Prints one JSON line: the register, the labels, and the test authority's certificate. At the end
prints another: requests and bytes of each case.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from itertools import pairwise

from faults.all import CASES, register
from faults.case import Case, always
from faults.server import FaultServer


async def serve(server: FaultServer, cases: list[Case]) -> None:
    """Announce, wait for the end of standard input, report."""
    await server.start()
    start = {
        "register": register(server, cases),
        "ca_file": str(server.ca_file),
        "cases": [
            {
                "id": case.id, "verdict": case.verdict, "healthy": case.healthy,
                "final": server.places.fill(case.final) if case.final else None,
            }
            for case in cases
        ],
    }  # fmt: skip
    print(json.dumps(start), flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    print(json.dumps({"requests": server.requests, "bytes": server.sent}), flush=True)
    await server.stop()


async def serve_hosts(links: int, hosts: int) -> None:
    """So many healthy links on so many hosts: a port each, as far as hosts are told apart."""
    case = Case("ok", "ok", always())
    server = FaultServer([case])
    for number in range(hosts):
        await server.listen(f"h{number}", "127.0.0.1")
    places = [server.places.names[f"h{number}"] for number in range(hosts)]
    # Grouped by host, the order that is hardest on a checker with one queue.
    urls = [f"{places[n * hosts // links]}/ok/{n}" for n in range(links)]
    value = [{"id": f"l{n}", "url": url} for n, url in enumerate(urls)]
    print(json.dumps({"register": {"links": value}}), flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    gaps = [b - a for times in server.starts.values() for a, b in pairwise(times)]
    print(json.dumps({"least_gap": min(gaps), "requests": sum(map(len, server.starts.values()))}))


def main() -> None:
    """Read the arguments and serve."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--healthy", nargs=2, type=int, metavar=("LINKS", "HOSTS"))
    parser.add_argument("--skip", nargs="*", default=[])
    args = parser.parse_args()
    if args.healthy:
        asyncio.run(serve_hosts(*args.healthy))
    else:
        cases = [case for case in CASES if case.id not in args.skip]
        asyncio.run(serve(FaultServer(cases), cases))


if __name__ == "__main__":
    main()
