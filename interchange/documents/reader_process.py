"""The process that reads one document, under limits: ``python -m interchange.documents.reader_process KIND``.

The document comes on standard input and goes out as JSON on standard output, an error of ours by its class and texts.
"""

import contextlib
import importlib
import json
import logging
import resource
import sys
from collections.abc import Callable

from interchange.documents.document_errors import DocumentError
from interchange.documents.document_kinds import DocumentKind
from interchange.documents.document_pages import Document

# What reading may ask for, over what the libraries need when they are loaded. 18 pages of a standard take 60 MB.
MEMORY_LARGEST = 900 << 20
SECONDS_LARGEST = 60
_MODULES = {kind: f"interchange.documents.{kind.lower()}_pages" for kind in DocumentKind}


def main() -> None:
    """Read standard input as the kind of the first argument."""
    answer: dict[str, object]
    _limit()
    # pdfminer logs each oddity of a file; a damaged one has thousands.
    logging.disable(logging.CRITICAL)
    try:
        document = _reader(DocumentKind(sys.argv[1]))(sys.stdin.buffer.read())
        answer = {"document": document}
    except DocumentError as error:
        answer = {"error": [type(error).__name__, error.en, error.zh, error.details]}
    # Not orjson, which takes no named tuples.
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode())


def _limit() -> None:
    for limit, value in ((resource.RLIMIT_AS, MEMORY_LARGEST), (resource.RLIMIT_CPU, SECONDS_LARGEST)):
        # A limit that the machine sets lower already stays.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(limit, (value, value))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _reader(kind: DocumentKind) -> Callable[[bytes], Document]:
    """Import only the library of the kind: that of PDF takes half a second."""
    reader: Callable[[bytes], Document] = getattr(importlib.import_module(_MODULES[kind]), f"read_{kind.lower()}")
    return reader


if __name__ == "__main__":
    main()
