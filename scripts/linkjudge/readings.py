"""What is asked about a body and what is answered: plain data, for the way between processes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Self

from linkjudge.codes import BY_NAME, Code
from linkjudge.model import Kind, Seen
from linkjudge.shapes import Shape


@dataclass(frozen=True)
class Question:
    """What is asked about a body."""

    headers: list[tuple[str, str]] = field(default_factory=list)
    """Names in lower case."""
    whole: bool = True
    """The body was read to its end."""
    url: str = ""
    """The registered address, and what a person registered as its title."""
    title: str | None = None
    fragment: str | None = None
    """Of the address that was reached."""
    at_home: bool = False
    """A site's front page was asked for."""
    at_login: bool = False
    """A page to log in was asked for."""
    other_host: bool = False
    """The answer comes from another host than was asked."""

    def as_json(self) -> dict[str, Any]:
        """Plain data, for the way between two processes."""
        return dict(vars(self))

    def header(self, name: str) -> str:
        """The first header of a name; empty if there is none."""
        return next((value for key, value in self.headers if key == name), "")


@dataclass
class Reading:
    """What a body says. Texts in it are a stranger's."""

    kind: Kind = "other"
    undecodable: bool = False
    complete: bool = False
    """The document ends as such documents do."""
    wall: bool = False
    """It asks whether its reader is a robot."""
    blank: bool = False
    """A page with nothing to see and nothing that could bring it."""
    says: Code | None = None
    """By its own words it is not the page."""
    known: bool = False
    """The registered title itself is about what `says` looks for."""
    titled: bool = False
    """Its title is the registered one."""
    fits: bool = True
    """Nothing in its title speaks against the registered one."""
    home: bool = False
    """Its title is that of a front page."""
    canonical: str = ""
    anchor_missing: bool = False
    base: str = ""
    """What its relative addresses are relative to; empty: to its own."""
    sends_to: list[str] = field(default_factory=list)
    """Where it sends its reader by itself, one after the other; empty: to the same page again."""
    cookie: str | None = None
    """A cookie that it sets before that."""
    page: bool = False
    """There is something to read: more than a server's note about a redirect."""
    rich: bool = False
    """There is much to read."""
    shape: Shape | None = None
    title: str = ""
    """Its title, else its heading, else its first words."""
    seen: Seen | None = None

    def as_json(self) -> dict[str, Any]:
        """Plain data, for the way between two processes."""
        value = dict(vars(self))
        if self.seen is not None:
            value["seen"] = {"title": self.seen.title, "words": self.seen.words}
        if self.shape is not None:
            value["shape"] = {"head": self.shape.head, "runs": list(self.shape.runs)}
        return value

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Self:
        """Out of what `as_json` gave."""
        seen, says, shape = value.pop("seen"), value.pop("says"), value.pop("shape")
        return cls(
            **value,
            shape=Shape(shape["head"], frozenset(shape["runs"])) if shape else None,
            says=BY_NAME[says] if says else None,
            seen=Seen(tuple(map(tuple, seen["title"])), tuple(seen["words"])) if seen else None,
        )
