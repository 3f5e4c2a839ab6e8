"""Health: ``/livez`` the process runs, ``/healthz`` the graph answers, ``/readyz`` and its release can be asked."""

from functools import partial

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from graph.connection.database import Database
from graph.connection.directory_keeper import DirectoryKeeper
from graph.database_errors import DiskFullError
from graph.errors import Language, OneplusxError
from graph.upkeep.releases import current_releases, names_of
from server.data_watch import DataWatch
from server.http.shown_errors import language_of, to_strangers

GRAPH_ANSWERS_WITHIN_S = 2.0


class NotReadyError(OneplusxError):
    """The process cannot answer operations yet; only ``/readyz`` shows it."""

    code = "NOT_READY"


class NoReleaseError(NotReadyError):
    """No seeds are loaded."""

    code = "NO_RELEASE"


class StartingError(NotReadyError):
    """The process reads what it needs before it answers."""

    code = "STARTING"


class Health:
    """The health of one process, asked by balancers and supervisors."""

    def __init__(self, database: Database, directory: DirectoryKeeper, data: DataWatch) -> None:
        self._database = database
        self._directory = directory
        self._data = data

    def routes(self) -> list[Route]:
        """Give the routes."""
        return [
            Route("/livez", self.alive),
            Route("/healthz", self.healthy),
            Route("/readyz", self.ready),
        ]

    async def alive(self, _: Request) -> JSONResponse:
        """Answer as long as the process can."""
        return JSONResponse({"status": "ok"})

    async def healthy(self, request: Request) -> JSONResponse:
        """Answer 200 when the graph answers and can be written, else 503 with the error's code."""
        return await self._checked(request, needs_release=False)

    async def ready(self, request: Request) -> JSONResponse:
        """Answer 200 when the graph also holds a release, whole, and the directory is read; else 503."""
        return await self._checked(request, needs_release=True)

    async def _checked(self, request: Request, *, needs_release: bool) -> JSONResponse:
        try:
            names = await self._release(needs_release=needs_release)
        except OneplusxError as error:
            return _unavailable(to_strangers(error), language_of(request.headers.get("accept-language", "")))
        return JSONResponse({"status": "ok", "release": names or None})

    async def _release(self, *, needs_release: bool) -> str:
        # A full disk is seen by a look at it; an engine that is gone, by asking it.
        if isinstance(trouble := self._database.address.trouble(), DiskFullError):
            raise trouble
        releases = await current_releases(partial(self._database.read, timeout_s=GRAPH_ANSWERS_WITHIN_S))
        if needs_release:
            self._require_ready(has_release=bool(releases))
        return names_of(releases)

    def _require_ready(self, *, has_release: bool) -> None:
        if not has_release:
            raise NoReleaseError(
                "No seeds are loaded: run `oneplusx load`.", "尚未载入种子数据：请运行 `oneplusx load`。"
            )
        if self._data.damage:
            raise self._data.damage
        if self._directory.current.revision < 0 or not self._data.is_sound:
            raise StartingError("The data are being read.", "正在读取数据。")


def _unavailable(error: OneplusxError, language: Language) -> JSONResponse:
    shown = {"status": "unavailable", "code": error.code, "message": error.message(language)}
    return JSONResponse(shown, status_code=503, headers={"retry-after": "3"})
