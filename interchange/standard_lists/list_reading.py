"""Reads a list of standards as the national platform answers it: from bytes to records, answers and remarks.

A file holds one answer, a list of answers, a list of records, or records or answers line by line. Nothing is dropped
without a remark that names the record.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from interchange.documents.document_errors import DocumentTooLargeError
from interchange.standard_lists.field_values import (
    LONGEST,
    certificate_name,
    contradicted,
    read_date,
    read_files,
    read_level,
    read_levels,
    read_total,
    shown,
    text_of_value,
)
from interchange.standard_lists.inner_fields import unread_inside
from interchange.standard_lists.list_errors import ListFormError
from interchange.standard_lists.list_json import read_values, text_of
from interchange.standard_lists.listed_record import (
    ListedAnswer,
    ListedFile,
    ListedLevel,
    ListedRecord,
    ListReading,
    ListRemark,
)

RECORDS_LARGEST = 10_000
UNREAD_SHOWN = 5
RECORDS = ("records", "条记录")
# The names by which a record is known, and all that are read of one.
_STANDARD = ("standardId", "standardName")
_CERTIFICATE = ("certificateId", "certificateName")
_OF_BOTH = ("standardCode", "xzhOrgName", "stateDt")
_READ = {
    True: frozenset({*_STANDARD, *_OF_BOTH, "standardUrl", "certInfos"}),
    False: frozenset({*_CERTIFICATE, *_OF_BOTH, "certificateGrade"}),
}
FIELDS_LARGEST = 50


def read_list(data: bytes) -> ListReading:
    """Read a list. Raises: DocumentError, such as ListJsonError or ListFormError."""
    reader = _Reader()
    for value in read_values(text_of(data)):
        reader.read(value)
    if not reader.records and not reader.problems:
        raise ListFormError
    return reader.reading()


class _Reader:
    """Gathers what the values of a file hold."""

    def __init__(self) -> None:
        self.records: list[ListedRecord] = []
        self.answers: list[ListedAnswer] = []
        self.guesses: list[ListRemark] = []
        self.problems: list[ListRemark] = []
        self.not_read: list[ListRemark] = []
        self._count = 0
        self._others = 0
        self._unread_fields: Counter[str] = Counter()

    def reading(self) -> ListReading:
        """Give all of it."""
        fields = [
            ListRemark("field-not-kept", (), f"{shown(name)} ({count})")
            for name, count in sorted(self._unread_fields.items())
        ]
        if (more := len(fields) - FIELDS_LARGEST) > 0:
            fields[FIELDS_LARGEST:] = [ListRemark("field-not-kept", (), f"… +{more}")]
        return ListReading(
            tuple(self.records), tuple(self.answers), tuple(self.guesses), tuple(self.problems),
            (*self.not_read, *fields),
        )  # fmt: skip

    def read(self, value: Any) -> None:
        """Read an answer, a record, or a list of them."""
        if isinstance(value, list):
            for each in value:
                self.read(each)
        elif isinstance(value, dict) and _is_record(value):
            self._record(value)
        elif isinstance(value, dict) and ("data" in value or "records" in value):
            self._answer(value)
        else:
            self._not_known("value-of-no-record", value)

    def _not_known(self, rule: str, value: Any) -> None:
        self._others += 1
        _require_few(self._others)
        self.not_read.append(ListRemark(rule, (), shown(value)))

    def _answer(self, value: dict[str, Any]) -> None:
        data = value.get("data", value)
        records = data.get("records") if isinstance(data, dict) else data
        if not isinstance(records, list):
            self._not_known("answer-without-records", value)
            return
        total = data.get("total") if isinstance(data, dict) else None
        stated = read_total(total)
        if stated is None and total is not None:
            self._not_known("total-not-read", total)
        kinds = {_is_standard(each) for each in records if isinstance(each, dict) and _is_record(each)}
        self.answers.append(ListedAnswer(len(records), stated, kinds.pop() if len(kinds) == 1 else None))
        for each in records:
            self._record(each)

    def _record(self, value: Any) -> None:
        self._count += 1
        _require_few(self._count)
        if not isinstance(value, dict) or not _is_record(value):
            self.problems.append(ListRemark("record-of-nothing", (self._count,), shown(value)))
            return
        of_one = _RecordReader(self._count, value)
        record = of_one.record()
        self.problems += of_one.problems
        if record is None:
            return
        self.records.append(record)
        self.guesses += of_one.guesses
        self.not_read += of_one.not_read
        known = _READ[record.is_standard]
        self._unread_fields.update(
            name for name in value if name not in known and value[name] not in (None, "", [], {})
        )
        self._unread_fields.update(unread_inside(value) if record.is_standard else ())


def _is_record(value: dict[str, Any]) -> bool:
    return any(each in value for each in (*_STANDARD, *_CERTIFICATE, "standardCode"))


def _is_standard(value: dict[str, Any]) -> bool:
    return any(each in value for each in _STANDARD) or not any(each in value for each in _CERTIFICATE)


def _require_few(count: int) -> None:
    if count > RECORDS_LARGEST:
        raise DocumentTooLargeError(RECORDS, count, RECORDS_LARGEST)


class _RecordReader:
    """Reads one record; what it could not read stands in its remarks."""

    def __init__(self, number: int, value: dict[str, Any]) -> None:
        self._number = number
        self._value = value
        self._is_standard = _is_standard(value)
        self._title = ""
        self._name = ""
        self.guesses: list[ListRemark] = []
        self.problems: list[ListRemark] = []
        self.not_read: list[ListRemark] = []

    def record(self) -> ListedRecord | None:
        """Give the record. None: what names it is missing or cannot be kept."""
        kind = "standard" if self._is_standard else "certificate"
        own, code, title, organization = (
            self._text(each) for each in (f"{kind}Id", "standardCode", f"{kind}Name", "xzhOrgName")
        )
        self._title = " ".join(filter(None, (code, title)))
        self._name = certificate_name(title)
        if not title:
            self.problems.append(self._remark("record-without-name", own or code))
        if self._is_standard and not code:
            self.problems.append(self._remark("record-without-code", title or own))
        levels = self._certificates() if self._is_standard else self._level(own)
        if self.problems:
            return None
        return ListedRecord(
            self._number, self._is_standard, own, code, title, self._name, organization, self._date(), levels,
            self._files(),
        )  # fmt: skip

    def _remark(self, rule: str, subject: str) -> ListRemark:
        return ListRemark(rule, (self._number,), ": ".join(filter(None, (self._title, subject))))

    def _first_of(self, rule: str, field: str, subjects: Sequence[str]) -> Iterator[ListRemark]:
        """Name the first subjects, and how many more there are."""
        for each in subjects[:UNREAD_SHOWN]:
            yield self._remark(rule, f"{field}{shown(each)}")
        if (more := len(subjects) - UNREAD_SHOWN) > 0:
            yield self._remark(rule, f"{field}… +{more}")

    def _text(self, name: str) -> str:
        value = self._value.get(name)
        text = text_of_value(value)
        if text is None or len(text) > LONGEST:
            self.problems.append(self._remark("text-not-to-keep", f"{name} {shown(value)}"))
            return ""
        return text

    def _date(self) -> str:
        value = self._value.get("stateDt")
        read = read_date(value)
        if read is None:
            self.not_read.append(self._remark("date-not-read", shown(value)))
            return ""
        if read.is_guess:
            self.guesses.append(self._remark("date-of-milliseconds", f"{value} → {read.day}"))
        return read.day

    def _level(self, own: str) -> tuple[ListedLevel, ...]:
        """Give the level of a record on a certificate; without one it says nothing that is kept."""
        value = self._value.get("certificateGrade")
        level = read_level(value) or read_level(self._value.get("certificateName"))
        if level is None:
            self.problems.append(self._remark("level-not-read", f"certificateGrade {shown(value)}"))
            return ()
        if against := contradicted([level], {"certificateName": self._value.get("certificateName")}):
            self.guesses.append(self._remark("level-against-another", against))
        return (ListedLevel(level, own),)

    def _certificates(self) -> tuple[ListedLevel, ...]:
        read = read_levels(self._value.get("certInfos"))
        others = [each for each in read.names if each != self._name]
        self.guesses += self._first_of("certificate-named-otherwise", "", others)
        self.guesses += self._first_of("level-against-another", "certInfos ", read.against)
        self.not_read += self._first_of("level-not-read", "certInfos ", read.unread)
        self.not_read += self._first_of("level-part-not-kept", "certInfos ", read.parts)
        return tuple(self._levels(read.levels))

    def _levels(self, levels: Sequence[ListedLevel]) -> Iterator[ListedLevel]:
        """Give each level once."""
        ids: dict[str, list[str]] = {}
        for each in levels:
            ids.setdefault(each.level, []).extend([each.platform_id] if each.platform_id else [])
        for level, of in ids.items():
            if len(of) > 1:
                self.guesses.append(self._remark("level-with-several-ids", f"{level} ({', '.join(of[:UNREAD_SHOWN])})"))
            yield ListedLevel(level, of[0] if len(of) == 1 else "")

    def _files(self) -> tuple[ListedFile, ...]:
        read = read_files(self._value.get("standardUrl"))
        self.not_read += self._first_of("file-key-not-read", "", read.unread)
        if read.is_guess:
            self.guesses.append(self._remark("file-key-is-the-text", read.files[0].key))
        return read.files
