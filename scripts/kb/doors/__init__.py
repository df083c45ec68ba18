"""One module a generator: each forwards its events to `kb.site` and renders, nothing else."""
