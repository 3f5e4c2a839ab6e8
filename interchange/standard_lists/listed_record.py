"""What was read of a list of standards: records, answers, and remarks on what was guessed, wrong or not read."""

from typing import NamedTuple


class ListedLevel(NamedTuple):
    """A level of a certificate as a record names it. ``platform_id`` is empty where none is stated."""

    level: str
    platform_id: str = ""


class ListedFile(NamedTuple):
    """A file of a standard: the key by which the platform keeps it, and its name, which may be empty."""

    key: str
    name: str = ""


class ListedRecord(NamedTuple):
    """One record. What the platform does not state is empty.

    ``is_standard``: it is of a standard; else of one level of a certificate, and ``platform_id`` is that of the level.
    ``name`` is that of the certificate, ``title`` what the record says.
    """

    number: int
    is_standard: bool
    platform_id: str
    code: str
    title: str
    name: str
    organization: str
    date: str
    levels: tuple[ListedLevel, ...]
    files: tuple[ListedFile, ...]

    @property
    def subject(self) -> str:
        """Name it in one line: code and name."""
        return " ".join(filter(None, (self.code, self.title)))

    @property
    def key(self) -> tuple[bool, str]:
        """What two records have in common that are the same one."""
        return self.is_standard, self.platform_id or f"{self.code}:{self.name}"


class ListedAnswer(NamedTuple):
    """One answer of the platform: how many records it holds, and how many it says there are. None: it does not say.

    ``of_standards``: of what its records are. None: of both kinds, or it has none.
    """

    records: int
    total: int | None
    of_standards: bool | None = None


class ListRemark(NamedTuple):
    """What was guessed, is wrong, or was not read: the rule, the numbers of the records, and what they say."""

    rule: str
    records: tuple[int, ...]
    subject: str


class ListReading(NamedTuple):
    """All that was read of a file."""

    records: tuple[ListedRecord, ...]
    answers: tuple[ListedAnswer, ...]
    guesses: tuple[ListRemark, ...]
    problems: tuple[ListRemark, ...]
    not_read: tuple[ListRemark, ...]
