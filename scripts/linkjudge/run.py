"""Judges many links at once, each host at its own pace."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable

from linkjudge import reasons
from linkjudge.fetch import Client
from linkjudge.judge import judge
from linkjudge.model import Finding, Limits, Spent, Target
from linkjudge.pace import Pace
from linkjudge.walk import Walker


async def judge_all(
    targets: Iterable[Target],
    *,
    agent: str,
    done: Callable[[Finding], None],
    per_host: int = 1,
    interval: float = 1.0,
    ca_file: str | None = None,
    allow_private: bool = False,
    limits: Limits | None = None,
) -> None:
    """Judge every target and hand each finding to `done` as soon as it is there.

    `agent` is the user agent, with a contact address. `per_host` requests at a time and one every
    `interval` seconds go to each host (with its port). Cancelling keeps what was handed over.
    """
    limits = limits or Limits()
    client = Client(allow_private=allow_private, ca_file=ca_file)
    pace = Pace(per_host, interval)

    async def one(target: Target) -> None:
        spent = Spent()
        walker = Walker(client, pace, limits, agent, spent)
        try:
            finding = await judge(target, walker, limits, spent)
        except Exception:
            # One hostile page must not take the other links' verdicts with it.
            finding = Finding(
                target, "unreachable", reasons.say("garbled", host=target.url), target.url, None,
                spent.requests, spent.bytes,
            )  # fmt: skip
        done(finding)

    async with asyncio.TaskGroup() as group:
        for target in targets:
            group.create_task(one(target))
