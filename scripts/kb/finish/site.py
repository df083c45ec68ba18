"""Finishes a built site: few style sheets and scripts, no leftovers, an offline worker.

Works on the folder alone. Every change to a page is to its `<link rel="stylesheet">` and
`<script src>` tags, to the space that indents its lines, and to what its body tells of long words;
what a page says is never touched.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import urlsplit

import minify

from kb.finish.hyphens import Hyphenator, with_parts
from kb.finish.kept import kept_slim
from kb.finish.names import asked, names_in
from kb.finish.worker import write_retiring_worker, write_worker
from kb.model.base import Lang

# Each begins with plain text, which is looked for much faster than a space that may be missing.
_SHEET = re.compile(r"<link rel=\"stylesheet\" href=\"([^\"]+)\">")
_SCRIPT = re.compile(r"<script src=\"([^\"]+)\"(?: defer)?></script>")
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$|/\*# sourceMappingURL=.*?\*/", re.MULTILINE)
_RELATIVE_URL = re.compile(r"url\(\s*[\"']?(?![\"']|data:|#)")
# The theme's own scripts, of which the frame loads none.
_STOCK_FOLDERS = ("assets/javascripts/workers", "assets/javascripts/lunr")
_SHEETS = "assets/stylesheets/*.css"
_STOCK_SCRIPT = "assets/javascripts/bundle.*.min.js"
# Where space counts, and the space that does not: a twentieth of what a reader keeps offline.
_AS_WRITTEN = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL)
_INDENT = re.compile(r"\n\s+")
_Tag = Callable[[str], str]


def finish(
    site: Path,
    base: str = "/",
    cache: Path | None = None,
    *,
    storage: str = "kb",
    offline: bool = True,
    hyphenators: Mapping[Lang, Hyphenator] | None = None,
) -> None:
    """Finish the site in the folder `site`, which a server shows at the path `base`.

    Args:
        site: the built site; its files are rewritten in place.
        base: the path of the site's address, with a slash at both ends.
        cache: a folder for what is slow to make and often the same in the next build.
        storage: what the names of all that is kept in a browser begin with.
        offline: whether readers keep a copy; if not, the worker removes those of earlier builds.
        hyphenators: what breaks long words in each language that has no rule in every browser.

    Raises:
        ValueError: when a style sheet cannot be read or points at files by a relative address.
        OfflineCopyError: when the offline copy would be larger than its limit.
    """
    for folder in _STOCK_FOLDERS:
        shutil.rmtree(site / folder, ignore_errors=True)
    for script in site.glob(_STOCK_SCRIPT):
        script.unlink()
    pages = sorted(site.rglob("*.html"))
    # Read twice rather than kept: a large site would fill the memory.
    tidy = _Tidy(site, base, pages, cache)
    for path in pages:
        text = tidy.page(path, path.read_text(encoding="utf-8"))
        path.write_text(with_parts(text, hyphenators or {}), encoding="utf-8")
    # Those of blocks that no page of the site has are merged into none.
    for leftover in tidy.merged.union(site.glob(_SHEETS)):
        leftover.unlink()
    for source_map in site.rglob("*.map"):
        source_map.unlink()
    (write_worker if offline else write_retiring_worker)(site, storage)


class _Tidy:
    """Puts pages on merged files; each set of files is merged once."""

    def __init__(self, site: Path, base: str, pages: list[Path], cache: Path | None) -> None:
        self.site = site
        self.base = base
        self.cache = cache
        self._targets: dict[tuple[Path, str], Path] = {}
        scripts = [path.read_text(encoding="utf-8") for path in (site / "assets").rglob("*.js")]
        lists: dict[re.Pattern[str], list[tuple[Path, ...]]] = {_SHEET: [], _SCRIPT: []}
        self.names = names_in((self._noted(path, lists) for path in pages), scripts)
        self.merged: set[Path] = set()
        self._made: dict[tuple[Path, ...], str] = {}
        self.common = {pattern: _common(found) for pattern, found in lists.items()}
        # What a page's own sheet asks for may be given by the sheet of all pages.
        own = set().union(*lists[_SHEET]) - set(self.common[_SHEET])
        self.names.update(*(asked(sheet.read_text(encoding="utf-8")) for sheet in own))

    def _noted(self, path: Path, lists: dict[re.Pattern[str], list[tuple[Path, ...]]]) -> str:
        """The text of a page, once the files that it names are noted in `lists`."""
        text = path.read_text(encoding="utf-8")
        for pattern, found in lists.items():
            found.append(tuple(self._file(path, match[1]) for match in pattern.finditer(text)))
        return text

    def page(self, path: Path, text: str) -> str:
        """The page with one style sheet that all pages have, one of its own, and so its scripts."""
        text = self._replace(
            path, text, _SHEET, self._styles, '<link rel="stylesheet" href="{}">'.format
        )
        text = self._replace(
            path, text, _SCRIPT, self._scripts, '<script src="{}" defer></script>'.format
        )
        return _without_indent(text)

    def _replace(
        self,
        path: Path,
        text: str,
        pattern: re.Pattern[str],
        merge: Callable[[tuple[Path, ...]], str],
        tag: _Tag,
    ) -> str:
        common = self.common[pattern]
        named = [self._file(path, match[1]) for match in pattern.finditer(text)]
        rest = tuple(file for file in named if file not in common)

        def rewritten(match: re.Match[str]) -> str:
            file = self._file(path, match[1])
            files = common if file in common else rest
            if file != files[-1]:
                return ""
            if files not in self._made:
                self._made[files] = merge(files)
                self.merged.update(files)
            return tag(self._href(path, match[1], self._made[files]))

        return pattern.sub(rewritten, text)

    def _file(self, page: Path, href: str) -> Path:
        # Asked several times for every tag, and working a path out is slow.
        key = page.parent, href
        if key not in self._targets:
            self._targets[key] = self._target(page, href)
        return self._targets[key]

    def _target(self, page: Path, href: str) -> Path:
        target = urlsplit(href).path
        if target.startswith("/"):
            return self.site / target.removeprefix(self.base)
        return Path(posixpath.normpath(page.parent / target))

    def _href(self, page: Path, like: str, target: str) -> str:
        """The address of `target` from a page, absolute where the page's own ones are."""
        if like.startswith("/"):
            return self.base + target
        return posixpath.relpath(self.site / target, page.parent)

    def _styles(self, files: tuple[Path, ...]) -> str:
        sheets = [_SOURCE_MAP.sub("", file.read_text(encoding="utf-8")) for file in files]
        for file, sheet in zip(files, sheets, strict=True):
            if _RELATIVE_URL.search(sheet):
                raise ValueError(f"{file.name}: url() with a relative address")
        return self._write(files, "css", kept_slim(sheets, self.names, self.cache))

    def _scripts(self, files: tuple[Path, ...]) -> str:
        parts = []
        for file in files:
            text = _SOURCE_MAP.sub("", file.read_text(encoding="utf-8")).strip()
            # Braces keep each file's own names to itself, as a file of its own would not, but
            # as its author meant.
            parts.append(f"{{\n{text}\n}}")
        joined = "\n;".join(parts) + "\n"
        return self._write(files, "js", minify.string("application/javascript", joined))

    def _write(self, files: tuple[Path, ...], kind: str, text: str) -> str:
        stem = files[0].name.partition(".")[0]
        if len(files) > 1:
            stem = "site" if files in self.common.values() else "page"
        name = f"assets/{stem}.{hashlib.sha256(text.encode()).hexdigest()[:8]}.{kind}"
        (self.site / name).write_text(text, encoding="utf-8")
        return name


def _without_indent(text: str) -> str:
    """The page without empty lines and without space at the beginning of lines."""
    parts = _AS_WRITTEN.split(text)
    # Each piece that stays as written is followed by the name of its element.
    return "".join(
        _INDENT.sub("\n", part) if number % 3 == 0 else part
        for number, part in enumerate(parts)
        if number % 3 != 2
    )


def _common(lists: list[tuple[Path, ...]]) -> tuple[Path, ...]:
    """The files that every page names, in their order; the others are for some pages only."""
    lists = [files for files in lists if files]
    shared = set(lists[0] if lists else ())
    for files in lists:
        shared &= set(files)
    return tuple(file for file in lists[0] if file in shared) if lists else ()
