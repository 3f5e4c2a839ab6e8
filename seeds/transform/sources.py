"""The sources of the facts, and how a reference row names them."""

import csv
import re
from pathlib import Path

from seeds.transform.reference_tables import Seeds
from seeds.transform.web_addresses import web_address

LIST = Path(__file__).parent / "sources.csv"

# Two ids of the reference folder that are one page.
_SAME = {"certificates.S41": "certificates.S28"}

_BETWEEN = re.compile(r" ; | \+ (?=github:)|; (?=https?://|page )")


class Sources:
    """Knows every source by its code and by the way the reference rows write it."""

    def __init__(self) -> None:
        with LIST.open(encoding="utf-8", newline="") as opened:
            self._rows = list(csv.DictReader(opened))
        self._codes = {row["code"] for row in self._rows}
        written = {row["match"] or row["location"]: row["code"] for row in self._rows}
        self._written = sorted(written.items(), key=lambda item: -len(item[0]))

    def add_to(self, seeds: Seeds) -> None:
        """Make a Source node of each, in the set that its code begins with."""
        for row in self._rows:
            names = ("code", "title", "location", "publisher", "publishedOn", "retrievedOn", "note")
            values = {**{name: row[name] or None for name in names}, "url": web_address(row["location"])}
            seeds.node(row["code"].split(".")[0], "Source", values)

    def by_ids(self, seed_set: str, text: str) -> tuple[str, ...]:
        """Give the node ids for a cell of source ids, such as ``S1+S4`` or ``S1 S22b``.

        Raises: ValueError if one is not in sources.csv.
        """
        return tuple(dict.fromkeys(self.id_of(f"{seed_set}.{part}") for part in re.split(r"[+ ]+", text) if part))

    def by_address(self, text: str) -> tuple[str, ...]:
        """Give the node ids for a cell of addresses; the longest known address in each part counts."""
        return tuple(dict.fromkeys(self.id_of(code) for code, _ in self._parts(text)))

    def rest(self, text: str) -> str | None:
        """Give what a cell of addresses says besides them: a file name, a page, a remark. Null: nothing."""
        rests = (rest for _, rest in self._parts(text))
        return "; ".join(dict.fromkeys(rest for rest in rests if rest)) or None

    def id_of(self, code: str) -> str:
        """Give the node id of a source.

        Raises: ValueError if sources.csv does not have the code.
        """
        found = _SAME.get(code, code)
        if found not in self._codes:
            raise ValueError(f"sources.csv has no source {found!r}")
        return f"Source:{found}"

    def _parts(self, text: str) -> list[tuple[str, str]]:
        return [self._found(part) for part in _BETWEEN.split(text) if part.strip()]

    def _found(self, part: str) -> tuple[str, str]:
        for written, code in self._written:
            if written and written in part:
                rest = part.replace(written, "").removeprefix("page ").strip()
                return code, rest.removeprefix("(").removesuffix(")").strip()
        raise ValueError(f"sources.csv has no source for {part!r}")
