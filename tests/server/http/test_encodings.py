"""Which coding a client gets, and that it can read it."""

import gzip

import pytest
import zstandard

from server.http.encodings import LARGE_BYTES, SMALLEST_BYTES, Coding, coding_for, encoded


@pytest.mark.parametrize(
    ("accept_encoding", "wanted"),
    [
        ("", Coding.IDENTITY),
        ("gzip", Coding.GZIP),
        ("gzip, deflate, br, zstd", Coding.ZSTD),
        ("GZIP;Q=0.8, br", Coding.GZIP),
        ("gzip;q=1, zstd;q=0.5", Coding.GZIP),
        ("zstd;q=0, gzip", Coding.GZIP),
        ("gzip;q=0", Coding.IDENTITY),
        ("gzip;q=0, zstd;q=0, *", Coding.IDENTITY),
        ("*", Coding.ZSTD),
        ("*;q=0", Coding.IDENTITY),
        ("gzip;q=0.2, identity;q=0.9", Coding.IDENTITY),
        ("identity;q=0, gzip;q=0.1", Coding.GZIP),
        ("br, deflate", Coding.IDENTITY),
        ("gzip;q=x", Coding.IDENTITY),
        (" , ;q=1,gzip ; q=0.5", Coding.GZIP),
    ],
)
def test_the_client_chooses_the_coding(accept_encoding, wanted):
    assert coding_for(accept_encoding, SMALLEST_BYTES) is wanted


def test_a_small_body_is_left_as_it_is_unless_the_client_refuses_that():
    assert coding_for("gzip, zstd", SMALLEST_BYTES - 1) is Coding.IDENTITY
    assert coding_for("gzip, *;q=0", SMALLEST_BYTES - 1) is Coding.GZIP


@pytest.mark.parametrize("size", [SMALLEST_BYTES, LARGE_BYTES + 1])
async def test_each_coding_is_read_back_by_others(size):
    body = b'{"name": "\xe8\xbd\xaf\xe4\xbb\xb6"}' * (size // 10)

    assert gzip.decompress(await encoded(body, Coding.GZIP)) == body
    assert zstandard.ZstdDecompressor().decompress(await encoded(body, Coding.ZSTD)) == body
    assert await encoded(body, Coding.IDENTITY) is body
    assert await encoded(body, Coding.GZIP) == await encoded(body, Coding.GZIP)
