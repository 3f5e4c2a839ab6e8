"""From the bytes of a document to its pages: looked at here, read in a process of its own whose death is an answer."""

import subprocess
import sys
from collections.abc import Collection
from pathlib import Path
from typing import Any

import orjson

from interchange.documents import document_errors
from interchange.documents.document_errors import DocumentError, DocumentKindError, DocumentReaderError
from interchange.documents.document_kinds import DocumentKind, look
from interchange.documents.document_pages import Document, document_from

SECONDS_ALLOWED = 60.0
STANDARD_KINDS = (DocumentKind.PDF, DocumentKind.DOCX)
_ROOT = Path(__file__).resolve().parents[2]


def read_document(
    data: bytes, seconds: float = SECONDS_ALLOWED, kinds: Collection[DocumentKind] = STANDARD_KINDS
) -> Document:
    """Read a document of one of these kinds, or raise the ``DocumentError`` that says why it is not read."""
    return document_from(read_values(data, seconds, kinds))


def read_values(data: bytes, seconds: float, kinds: Collection[DocumentKind]) -> Any:
    """Read a document as ``document_from`` takes it. Raises: DocumentError."""
    return answer_of_process(kind_among(data, kinds), data, seconds)


def kind_among(data: bytes, kinds: Collection[DocumentKind]) -> DocumentKind:
    """Look which of these kinds a document is. Raises: DocumentError."""
    kind = look(data)
    if kind not in kinds:
        raise DocumentKindError.unsuitable(kind)
    return kind


def answer_of_process(kind: str, data: bytes, seconds: float) -> Any:
    """Read bytes of a kind, which were looked at, in a process of its own. Raises: DocumentError."""
    command = [sys.executable, "-m", "interchange.documents.reader_process", kind]
    try:
        done = subprocess.run(  # noqa: S603  # our own module
            command,
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
            cwd=_ROOT,
        )
    except subprocess.TimeoutExpired:
        raise DocumentReaderError.out_of_time(seconds) from None
    if done.returncode:
        raise DocumentReaderError.died(done.returncode)
    answer = orjson.loads(done.stdout)
    if "error" in answer:
        raise _error(*answer["error"])
    return answer["document"]


def _error(name: str, en: str, zh: str, details: dict[str, object]) -> DocumentError:
    """Make the error of the process again; its class has made the texts there."""
    cls = getattr(document_errors, name)
    error: DocumentError = cls.__new__(cls)
    DocumentError.__init__(error, en, zh, **details)
    return error
