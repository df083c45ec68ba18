"""Judges external addresses as a reader would meet them.

This folder stands alone: it imports nothing of the rest of the project, so that another site
can lift it out. Give `run.judge_all` a list of `model.Target`, get a `model.Finding` for each.

Why not LinkChecker here, which the project uses for its own pages (`kb.links.internal`)? Tried
with 10.6: it rewrites addresses before it asks (`%E4` becomes U+FFFD, `+` becomes `%20`), sleeps
for a host's turn under one global lock (1,000 addresses on 200 hosts took 5 to 284 s by their
order), has timeouts per read and none in all (a server that drips its headers held a run for
102 s), never tries again, calls 429 and a 301 without an address valid, and follows robots.txt
where a reader would not. `kb links bench` shows what that comes to.

httpcore, the transport under httpx, is used bare: it sends a target byte for byte and lets the
network be replaced, which is where names are resolved once and private addresses refused. What
httpx adds on top (normalised URLs, automatic redirects, one cookie jar for all) is exactly what
a link checker must do for itself.
"""
