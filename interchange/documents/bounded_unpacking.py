"""Unpacks streams of a PDF up to a limit. pdfminer has none: 20 kB of a page become 4 GB, or take half an hour."""

import zlib

from pdfminer import pdftypes

from interchange.documents.document_errors import Damage, DocumentDamagedError, DocumentTooLargeError
from interchange.documents.document_kinds import UNPACKED

# All streams of one document together. Pictures are not unpacked; a standard of 18 pages has 2 MB.
STREAMS_LARGEST = 100 << 20
# Bytes before and after the compressed ones.
_HEAD, _CHECK_SUM = 2, 4


class _BoundedZlib:
    """Stands for the module `zlib` in pdfminer."""

    error = zlib.error

    def __init__(self) -> None:
        self.left = STREAMS_LARGEST

    def decompress(self, data: bytes) -> bytes:
        """Unpack a whole stream."""
        unpacking = zlib.decompressobj()
        unpacked = self._take(unpacking, data)
        if not unpacking.eof:
            raise zlib.error("the stream is cut")
        return unpacked

    def decompress_damaged(self, data: bytes) -> bytes:
        """Unpack a stream whose check sum is missing, as some writers leave it; refuse one that is cut or altered.

        pdfminer would go on with what comes before the damage, so that a page would lose text silently.
        """
        unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            unpacked = self._take(unpacking, data[_HEAD:])
        except zlib.error:
            raise DocumentDamagedError(Damage.COMPRESSION) from None
        if not unpacking.eof or len(unpacking.unused_data) >= _CHECK_SUM:
            raise DocumentDamagedError(Damage.COMPRESSION)
        return unpacked

    def _take(self, unpacking: "zlib._Decompress", data: bytes) -> bytes:
        unpacked = unpacking.decompress(data, self.left + 1)
        self.left -= len(unpacked)
        if self.left < 0:
            raise DocumentTooLargeError(UNPACKED, STREAMS_LARGEST - self.left, STREAMS_LARGEST)
        return unpacked


def bound_unpacking() -> None:
    """Put the limit into pdfminer, for one document: the process that calls this reads no other."""
    bounded = _BoundedZlib()
    for name, bound in (("zlib", bounded), ("decompress_corrupted", bounded.decompress_damaged)):
        setattr(pdftypes, name, bound)
