"""What a build is told beside its content: where the site stands, and where its source is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

LOCAL = "http://127.0.0.1:8000/"
"""Where a site stands whose public address nobody has told."""


@dataclass(frozen=True)
class Settings:
    """What a build is told beside its content."""

    site_url: str = ""
    """The public address, with a slash at its end; empty where nobody has told it."""
    repo_url: str = ""
    edit_url: str = ""
    """The address of docs/ in the repository's editor, with a slash at its end."""
    published: bool = True
    """False while it is only served to whoever writes it."""

    @property
    def is_local(self) -> bool:
        """Whether nobody has told the public address, so that addresses lead to this machine."""
        return self.site_url == LOCAL

    @classmethod
    def of(cls, site_url: str, repo_url: str, edit_uri: str, *, published: bool = True) -> Settings:
        """The settings of a build that is told these three; each may be empty."""
        repo = repo_url.rstrip("/")
        return cls(
            site_url=(site_url.strip() or LOCAL).rstrip("/") + "/",
            repo_url=repo,
            edit_url=f"{repo}/{edit_uri.strip('/')}/" if repo and edit_uri else "",
            published=published,
        )


def settings_of(environment: Mapping[str, str]) -> Settings:
    """The settings that the environment names: SITE_URL, REPO_URL and EDIT_URI."""
    return Settings.of(
        environment.get("SITE_URL") or LOCAL,
        environment.get("REPO_URL", ""),
        environment.get("EDIT_URI", ""),
    )
