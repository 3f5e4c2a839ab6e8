"""``PUT /uploads/SECRET``: the bytes of one document, to an address that ``requestUpload`` gave.

The address is the proof of who sends, so no token is needed. Bytes go to a file as they come.
"""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import IO

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from graph.errors import UserError
from server.http.connection import UPLOADS
from server.http.shown_errors import as_graphql, language_of, show_errors
from server.imports.upload_store import Upload, UploadAddressError, UploadDiskError, UploadStore

# So much is gathered before it is written.
WRITTEN_AT_ONCE = 1 << 20


class UploadSizeError(UserError):
    """More or fewer bytes came than were announced."""

    code = "UPLOAD_SIZE"

    def __init__(self, came: int, announced: int) -> None:
        more_en, more_zh = (" or more", "（或更多）") if came > announced else ("", "")
        super().__init__(
            f"{came} bytes{more_en} came, and {announced} were announced; nothing was kept. Ask `requestUpload` for "
            "another address, with the size of the file.",
            f"收到 {came} 字节{more_zh}，而声明为 {announced} 字节，未保留任何内容。"
            "请按文件大小用 `requestUpload` 另行申请地址。",
        )


class UploadTimeError(UserError):
    """The bytes did not come before the address expired."""

    code = "UPLOAD_TIME"

    def __init__(self) -> None:
        super().__init__(
            "The document did not come before the address expired; nothing was kept. Ask `requestUpload` for another.",
            "文档未在地址有效期内传完，未保留任何内容。请用 `requestUpload` 另行申请地址。",
        )


_STATUS = {UploadAddressError: 410, UploadSizeError: 413, UploadTimeError: 408, UploadDiskError: 507}


class UploadEndpoint:
    """Takes documents into a store."""

    def __init__(self, store: UploadStore) -> None:
        self._store = store

    def routes(self) -> list[Route]:
        """Give the route."""
        return [Route(f"{UPLOADS}{{secret}}", self._put, methods=["PUT"])]

    async def _put(self, http: Request) -> Response:
        try:
            upload_id, upload = await run_in_threadpool(self._store.take, http.path_params["secret"])
            await self._receive(http, upload_id, upload)
        except UserError as error:
            shown = show_errors([as_graphql(error)], language_of(http.headers.get("accept-language", "")))
            # What still comes of a refused document is not read.
            headers = {"cache-control": "no-store", "connection": "close"}
            return JSONResponse({"errors": shown}, _STATUS[type(error)], headers)
        except ClientDisconnect:
            return Response()  # no one is there to read it
        return JSONResponse({"upload": upload_id}, 201, {"cache-control": "no-store"})

    async def _receive(self, http: Request, upload_id: str, upload: Upload) -> None:
        """Keep the bytes. Raises: UploadSizeError, UploadTimeError, UploadDiskError, ClientDisconnect."""
        announced = http.headers.get("content-length", "")
        try:
            async with asyncio.timeout(max(0.0, upload.expires - time.time())):
                with self._store.receiving(upload_id) as file:
                    if announced.isdecimal() and int(announced) != upload.size:
                        raise UploadSizeError(int(announced), upload.size)
                    await _copy(http.stream(), file, upload.size)
        except TimeoutError:
            raise UploadTimeError from None
        except OSError as error:
            raise UploadDiskError(error.strerror or "") from None


async def _copy(pieces: AsyncIterator[bytes], file: IO[bytes], size: int) -> None:
    came, waiting = 0, bytearray()
    async for piece in pieces:
        came += len(piece)
        if came > size:
            raise UploadSizeError(came, size)
        waiting += piece
        if len(waiting) >= WRITTEN_AT_ONCE:
            await run_in_threadpool(file.write, bytes(waiting))
            waiting.clear()
    if came < size:
        raise UploadSizeError(came, size)
    await run_in_threadpool(file.write, bytes(waiting))
