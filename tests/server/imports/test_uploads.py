"""Addresses for documents: good once, for a time, for as many bytes as were announced, and within a space."""

import asyncio
import errno
import itertools
import os

import httpx
import pytest

from server.imports import upload_endpoint, upload_store
from server.imports.import_folder import UploadSpaceError
from server.imports.upload_store import ADDRESS_S, ADDRESSES_LARGEST, KEPT_S, UploadStore
from tests.server.imports.importing import READ, REQUEST
from tests.server.serving import serving

SIZE = 1_000


def put_error(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["errors"][0]["extensions"]["code"]


def files(folder) -> list[str]:
    return sorted(each.suffix for each in (folder / "uploads").iterdir())


async def test_an_address_is_good_once(office):
    address = await office.address("rui", b"x" * SIZE)
    first, second = [await office.client.put(address, content=b"x" * SIZE) for _ in range(2)]

    assert address.startswith("/uploads/")
    assert first.status_code == 201
    assert put_error(second) == (410, "UPLOAD_ADDRESS")
    assert [oct(each.stat().st_mode & 0o777) for each in (office.folder / "uploads").iterdir()] == ["0o600"] * 2


@pytest.mark.parametrize("forged", ["x", "a" * 4_000, "%00", "..%5clock"])
async def test_a_forged_address_takes_nothing(forged, office):
    await office.address("rui", b"x")

    assert put_error(await office.client.put(f"/uploads/{forged}", content=b"x")) == (410, "UPLOAD_ADDRESS")
    assert (await office.client.put("/uploads/%2e%2e%2flock", content=b"x")).status_code == 405


@pytest.mark.parametrize("sent", [b"x" * (SIZE + 1), b"x" * (SIZE - 1), b""])
@pytest.mark.parametrize("is_chunked", [False, True])
async def test_as_many_bytes_as_announced_or_nothing_is_kept(sent, is_chunked, office):
    async def pieces():
        yield sent

    address = await office.address("rui", b"x" * SIZE)
    answer = await office.client.put(address, content=pieces() if is_chunked else sent)

    assert put_error(answer) == (413, "UPLOAD_SIZE")
    assert files(office.folder) == []


async def test_who_sends_too_slowly_is_stopped_when_the_address_expires(office, monkeypatch):
    never = asyncio.Event()

    async def pieces():
        yield b"x"
        await never.wait()

    address = await office.address("rui", b"x" * SIZE)
    # Another name of the module: the clock of the store goes on.
    monkeypatch.setattr(upload_endpoint, "time", Late)

    assert put_error(await office.client.put(address, content=pieces())) == (408, "UPLOAD_TIME")
    assert files(office.folder) == []


class Late:
    """A clock that is past the end of every address."""

    time = staticmethod(lambda: float("inf"))


async def test_an_upload_of_another_editor_is_not_found(office):
    upload = await office.upload("rui", b"x")
    payload = await office.change("ren", READ, upload=upload, kind="SKILL_STANDARD")

    assert payload["job"] is None
    assert [each["code"] for each in payload["userErrors"]] == ["NOT_FOUND"]


async def test_an_editor_may_hold_some_addresses_only(office):
    payloads = [await office.change("rui", REQUEST, fileName="a", sizeBytes=1) for _ in range(ADDRESSES_LARGEST + 1)]
    other = await office.change("ren", REQUEST, fileName="a", sizeBytes=1)

    assert [[each["code"] for each in payload["userErrors"]] for payload in payloads[-2:]] == [[], ["NOT_POSSIBLE_NOW"]]
    assert other["userErrors"] == []


async def test_a_connection_takes_a_document_larger_than_any_other_body(office):
    """Over a socket: the limits of the connection are others for a document."""
    data = os.urandom(3 << 20)
    async with serving(office.app) as url, httpx.AsyncClient(base_url=url) as client:
        taken = await client.put(await office.address("rui", data), content=data)
        other = await client.post("/graphql", content=b"x" * 70_000, headers={"content-type": "application/json"})

    assert (taken.status_code, other.status_code) == (201, 413)
    upload = taken.json()["upload"]
    assert (office.folder / "uploads" / f"{upload}.document").read_bytes() == data


# ---- the store


class Clock:
    """A clock that is set."""

    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path, clock):
    return UploadStore(tmp_path, 3 * SIZE, clock)


def send(store: UploadStore, secret: str, data: bytes) -> str:
    upload_id, _ = store.take(secret)
    with store.receiving(upload_id) as file:
        file.write(data)
    return upload_id


def test_an_address_expires_and_a_document_is_removed_in_time(store, clock, tmp_path):
    secret, expires = store.promise("rui", "a.pdf", SIZE)
    store.promise("rui", "b.pdf", SIZE)
    send(store, secret, b"x" * SIZE)
    assert expires == clock.now + ADDRESS_S
    assert files(tmp_path) == [".document", ".promised", ".record"]

    clock.now += ADDRESS_S + 1
    store.clean()
    assert files(tmp_path) == [".document", ".record"]

    clock.now += KEPT_S
    store.clean()
    assert files(tmp_path) == []


def test_what_was_promised_takes_space_until_it_expires(store, clock):
    for _ in range(2):
        store.promise("rui", "a.pdf", SIZE)
    with pytest.raises(UploadSpaceError) as refused:
        store.promise("rui", "a.pdf", SIZE)
    assert refused.value.code == "UPLOAD_SPACE"

    clock.now += ADDRESS_S + 1
    store.promise("rui", "a.pdf", SIZE)


def test_an_address_that_is_used_up_meanwhile_takes_no_space(store, monkeypatch):
    secret, _ = store.promise("rui", "a.pdf", SIZE)
    read, reads = upload_store._read, itertools.count()

    def reading(path):
        # Cleaning reads it first, then it is counted.
        if next(reads) == 1:
            store.take(secret)
        return read(path)

    monkeypatch.setattr(upload_store, "_read", reading)
    assert store.promise("rui", "b.pdf", SIZE)


def test_what_a_process_left_that_died_is_removed_at_the_next_start(store, tmp_path):
    secret, _ = store.promise("rui", "a.pdf", SIZE)
    upload_id, _ = store.take(secret)
    (tmp_path / "uploads" / f"{upload_id}.part").write_bytes(b"half")
    store.clean()

    assert files(tmp_path) == []


def test_what_comes_just_now_is_left(store, tmp_path):
    secret, _ = store.promise("rui", "a.pdf", SIZE)
    upload_id, _ = store.take(secret)
    with store.receiving(upload_id) as file:
        store.clean()
        file.write(b"x")

    assert files(tmp_path) == [".document", ".record"]


@pytest.mark.parametrize("why", [errno.ENOSPC, errno.EDQUOT, errno.EROFS])
async def test_without_room_on_the_disk_no_address_is_given_and_the_error_says_why(why, office, monkeypatch):
    def refuse(*_: object) -> int:
        raise OSError(why, os.strerror(why))

    monkeypatch.setattr("server.jobs.job_folder.os.open", refuse)
    answer = await office.post("rui", REQUEST, input={"fileName": "made.docx", "sizeBytes": SIZE})
    monkeypatch.undo()

    (error,) = answer["data"]["requestUpload"]["userErrors"]
    assert error["code"] == "UPLOAD_DISK"
    assert os.strerror(why) in error["message"]
    assert (await office.address("rui", b"x")).startswith("/uploads/")
