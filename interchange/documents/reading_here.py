"""Reads a document in this process: for one that was made for the document alone, under limits, and ends after it."""

import contextlib
import json
import signal
from collections.abc import Collection, Iterator
from typing import Any, Never

from interchange.documents.document_errors import DocumentReaderError
from interchange.documents.document_kinds import DocumentKind
from interchange.documents.document_reading import kind_among
from interchange.documents.reader_process import read_as


class _OutOfTimeError(BaseException):
    """What no library takes for a fault of the document."""


def read_values_here(data: bytes, seconds: float, kinds: Collection[DocumentKind]) -> Any:
    """Read a document as ``read_values`` does, and name each page on standard error. Raises: DocumentError."""
    kind = kind_among(data, kinds)
    try:
        with _within(seconds):
            # As values of JSON, like those from a process of its own.
            return json.loads(json.dumps(read_as(kind, data)))
    except _OutOfTimeError:
        raise DocumentReaderError.out_of_time(seconds) from None


@contextlib.contextmanager
def _within(seconds: float) -> Iterator[None]:
    """Stop the block after this many seconds of the clock; the processor's are limited for the whole process."""

    def stop(*_: object) -> Never:
        raise _OutOfTimeError

    before = signal.signal(signal.SIGALRM, stop)
    timer = signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, *timer)
        signal.signal(signal.SIGALRM, before)
