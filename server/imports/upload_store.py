"""Uploads: an address that an editor asked for, the bytes that were sent to it once, and how long both are kept.

An upload is a file of its own at each step: ``ID.promised`` (an address was given), ``ID.record`` (its bytes come or
came), ``ID.part`` (they come), ``ID.document`` (all came). The id is a digest of the secret in the address, so that no
file names an address. Renaming ``ID.promised`` is what makes an address good for one use.
"""

import contextlib
import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from secrets import token_urlsafe
from typing import IO

import orjson

from graph.errors import BadArgumentError, NotFoundError, StateError, UserError
from interchange.documents.document_kinds import BYTES_LARGEST
from server.imports.import_folder import UploadSpaceError, bytes_in
from server.jobs.job_folder import is_id, locked, make_folder, whole_folder, write_json

# How long an address is good, and how long a document is kept after it came.
ADDRESS_S = 600
KEPT_S = 3_600
# Addresses of one editor to which nothing was sent yet.
ADDRESSES_LARGEST = 20
NAME_LARGEST = 200


class UploadAddressError(UserError):
    """The address takes no bytes: it was used, has expired, or never was."""

    code = "UPLOAD_ADDRESS"

    def __init__(self) -> None:
        super().__init__(
            "This address takes no document: it was used, has expired, or never was. Ask `requestUpload` for another.",
            "该地址不接收文档：已使用、已过期或不存在。请用 `requestUpload` 另行申请。",
        )


class UploadDiskError(UserError):
    """The bytes cannot be written."""

    code = "UPLOAD_DISK"

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"The server cannot keep the document ({reason}); nothing was kept. Tell who runs it.",
            f"服务器无法保存该文档（{reason}），未保留任何内容。请联系服务器管理员。",
        )


@dataclass(frozen=True, slots=True)
class Upload:
    """What was promised: whose it is, the name and size of the document, and until when the address is good."""

    editor: str
    file_name: str
    size: int
    expires: float


class UploadStore:
    """The uploads of one folder. ``bytes_largest`` bounds all that is in the folder, with what was promised."""

    def __init__(self, folder: Path, bytes_largest: int, clock: Callable[[], float] = time.time) -> None:
        self._whole, self._folder = folder, folder / "uploads"
        self._bytes_largest = bytes_largest
        self._clock = clock

    def promise(self, editor: str, file_name: str, size: int) -> tuple[str, float]:
        """Give the secret of an address for a document, and until when it is good.

        Raises: BadArgumentError, StateError, UploadSpaceError.
        """
        _check(file_name, size)
        make_folder(self._folder)
        with whole_folder(self._whole):
            self._clean()
            self._require_room(editor, size)
            secret = token_urlsafe(32)
            upload = Upload(editor, file_name, size, self._clock() + ADDRESS_S)
            write_json(self._path(_id(secret), "promised"), asdict(upload))
        return secret, upload.expires

    def _require_room(self, editor: str, size: int) -> None:
        waiting = list(_read_all(self._folder.glob("*.promised")))
        if sum(each.editor == editor for each in waiting) >= ADDRESSES_LARGEST:
            raise StateError(
                f"You have {ADDRESSES_LARGEST} addresses to which nothing was sent. Use one of them, or wait "
                f"{ADDRESS_S // 60} minutes.",
                f"您有 {ADDRESSES_LARGEST} 个上传地址尚未使用。请先使用其中之一，或等待 {ADDRESS_S // 60} 分钟。",
            )
        coming = _read_all(each.with_suffix(".record") for each in self._folder.glob("*.part"))
        if bytes_in(self._whole) + sum(each.size for each in (*waiting, *coming)) + size > self._bytes_largest:
            raise UploadSpaceError(self._bytes_largest)

    def take(self, secret: str) -> tuple[str, Upload]:
        """Use an address up; give the id of the upload and what was promised. Raises: UploadAddressError."""
        upload_id = _id(secret)
        record = self._path(upload_id, "record")
        try:
            self._path(upload_id, "promised").rename(record)
        except FileNotFoundError:
            raise UploadAddressError from None
        upload = _read(record)
        if upload.expires < self._clock():
            record.unlink()
            raise UploadAddressError
        return upload_id, upload

    @contextlib.contextmanager
    def receiving(self, upload_id: str) -> Iterator[IO[bytes]]:
        """Give the file for the bytes of an upload; unless all goes well nothing is kept of it."""
        part, record = self._path(upload_id, "part"), self._path(upload_id, "record")
        try:
            with contextlib.ExitStack() as stack:
                with whole_folder(self._whole):
                    stack.enter_context(locked(part))
                yield stack.enter_context(part.open("wb"))
                part.rename(self._path(upload_id, "document"))
        except BaseException:
            for each in (part, record):
                # Where it cannot be removed either, the first error says why.
                with contextlib.suppress(OSError):
                    each.unlink()
            raise

    def find(self, upload_id: str, editor: str) -> tuple[Path, Upload]:
        """Give the document of an upload of this editor. Raises: NotFoundError."""
        document = self._path(upload_id, "document")
        if not is_id(upload_id) or not document.exists():
            raise NotFoundError("upload", upload_id, argument="upload")
        upload = _read(document.with_suffix(".record"))
        if upload.editor != editor:
            raise NotFoundError("upload", upload_id, argument="upload")
        return document, upload

    def clean(self) -> None:
        """Remove what is over its time, and what a process left that died."""
        if self._folder.exists():
            with whole_folder(self._whole):
                self._clean()

    def _clean(self) -> None:
        now = self._clock()
        for path in self._folder.glob("*.promised"):
            with contextlib.suppress(FileNotFoundError):
                if _read(path).expires < now:
                    path.unlink()
        for path in self._folder.glob("*.part"):
            with locked(path) as is_free:
                if is_free:
                    self._forget(path)
        for path in self._folder.glob("*.record"):
            with contextlib.suppress(FileNotFoundError):
                if _read(path).expires + KEPT_S < now:
                    self._forget(path)

    def _forget(self, path: Path) -> None:
        for ending in (".part", ".document", ".record"):
            path.with_suffix(ending).unlink(missing_ok=True)

    def _path(self, upload_id: str, ending: str) -> Path:
        return self._folder / f"{upload_id}.{ending}"


def _id(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()[:32]


def _read(path: Path) -> Upload:
    return Upload(**orjson.loads(path.read_bytes()))


def _read_all(paths: Iterable[Path]) -> Iterator[Upload]:
    """Give what was promised; a file that is used up meanwhile counts no more."""
    for each in paths:
        with contextlib.suppress(FileNotFoundError):
            yield _read(each)


def _check(file_name: str, size: int) -> None:
    if not 0 < len(file_name) <= NAME_LARGEST or not file_name.isprintable():
        raise BadArgumentError(
            "fileName", f"1 to {NAME_LARGEST} visible characters.", f"须为 1 至 {NAME_LARGEST} 个可见字符。"
        )
    if size == 0:
        raise BadArgumentError(
            "sizeBytes", "the file is empty; choose one with contents.", "文件是空的，请选择有内容的文件。"
        )
    if not 0 < size <= BYTES_LARGEST:
        raise BadArgumentError("sizeBytes", f"1 to {BYTES_LARGEST} bytes.", f"须为 1 至 {BYTES_LARGEST} 字节。")
