"""Files that a command reads or writes; what goes wrong with them is an error of ours."""

from pathlib import Path

from graph.regular_files import open_regular
from interchange.documents.document_errors import DocumentFileError, ReportFileError
from interchange.documents.document_kinds import BYTES_LARGEST


def bytes_of(file: Path) -> bytes:
    """Read a document, and of one that is too large only as much as is needed to refuse it."""
    try:
        with open_regular(file) as opened:
            # One byte more than the limit is enough to be refused.
            return opened.read(BYTES_LARGEST + 1)
    except OSError as error:
        raise DocumentFileError(str(file), error.strerror or "") from None


def write_bytes(file: Path, written: bytes) -> None:
    """Write a report or another file that was asked for."""
    try:
        file.write_bytes(written)
    except OSError as error:
        raise ReportFileError(str(file), error.strerror or "") from None
