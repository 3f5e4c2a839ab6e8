"""The process that reads one document, under limits: ``python -m interchange.documents.reader_process KIND``.

The document comes on standard input and goes out as JSON on standard output, an error of ours by its class and texts.
Where a document has pages, standard error names each one that was read.
"""

import contextlib
import importlib
import json
import resource
import sys
from collections.abc import Callable, Iterator
from functools import partial

from interchange.documents.document_errors import DocumentError
from interchange.documents.document_kinds import DocumentKind

# What reading may ask for, over what the libraries need when they are loaded. 18 pages of a standard take 60 MB.
MEMORY_LARGEST = 900 << 20
SECONDS_LARGEST = 60
# The cells of a workbook as they are, where no pages are made of them.
SHEETS = "SHEETS"
_MODULES: dict[str, str] = {
    DocumentKind.PDF: "interchange.documents.pdf_pages",
    DocumentKind.DOCX: "interchange.documents.word.docx_pages",
    DocumentKind.XLSX: "interchange.documents.workbooks.xlsx_pages",
    DocumentKind.XLS: "interchange.documents.workbooks.xls_pages",
    DocumentKind.HTML: "interchange.documents.html_pages",
    DocumentKind.CSV: "interchange.documents.csv_pages",
    SHEETS: "interchange.documents.workbooks.plain_sheets",
}


def main() -> None:
    """Read standard input as the kind of the first argument."""
    answer: dict[str, object]
    limit_process()
    try:
        answer = {"document": read_as(sys.argv[1], sys.stdin.buffer.read())}
    except DocumentError as error:
        answer = {"error": [type(error).__name__, error.en, error.zh, error.details]}
    # Not orjson, which takes no named tuples.
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode())


def read_as(kind: str, data: bytes) -> object:
    """Read bytes of a kind in this process. Raises: DocumentError."""
    with _silent() if kind == DocumentKind.PDF else contextlib.nullcontext():
        return _reader(kind)(data)


def import_readers() -> None:
    """Import the libraries of all kinds, for processes to come."""
    for each in _MODULES.values():
        importlib.import_module(each)


@contextlib.contextmanager
def _silent() -> Iterator[None]:
    """Log nothing: pdfminer logs each oddity of a file, and a damaged one has thousands."""
    import logging  # noqa: PLC0415  # the others start without it

    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)


def limit_process(seconds: int = SECONDS_LARGEST) -> None:
    """Limit the memory and processor time of this process, and of those that it starts."""
    for limit, value in ((resource.RLIMIT_AS, MEMORY_LARGEST), (resource.RLIMIT_CPU, seconds)):
        # A limit that the machine sets lower already stays.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (value, value))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _reader(kind: str) -> Callable[[bytes], object]:
    """Import only the library of the kind: that of PDF takes half a second."""
    reader: Callable[..., object] = getattr(importlib.import_module(_MODULES[kind]), f"read_{kind.lower()}")
    return partial(reader, page_read=_page_read) if kind == DocumentKind.PDF else reader


def page_line(number: int, pages: int) -> str:
    """Write that a page was read."""
    return f"page {number} of {pages}\n"


def _page_read(number: int, pages: int) -> None:
    sys.stderr.write(page_line(number, pages))
    sys.stderr.flush()


if __name__ == "__main__":
    main()
