"""Health: ``/livez`` the process runs, ``/healthz`` the graph answers, ``/readyz`` and its release can be asked."""

from functools import partial

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from graph.connection.database import Database
from graph.connection.directory_keeper import DirectoryKeeper
from graph.errors import OneplusxError
from graph.upkeep.releases import current_releases, names_of
from server.http.shown_errors import to_strangers

GRAPH_ANSWERS_WITHIN_S = 2.0


class Health:
    """The health of one process, asked by balancers and supervisors."""

    def __init__(self, database: Database, directory: DirectoryKeeper) -> None:
        self._database = database
        self._directory = directory

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

    async def healthy(self, _: Request) -> JSONResponse:
        """Answer 200 when the graph answers, else 503 with the error's code."""
        return await self._checked(needs_release=False)

    async def ready(self, _: Request) -> JSONResponse:
        """Answer 200 when the graph holds a release and the directory is read, else 503."""
        return await self._checked(needs_release=True)

    async def _checked(self, *, needs_release: bool) -> JSONResponse:
        try:
            releases = await current_releases(partial(self._database.read, timeout_s=GRAPH_ANSWERS_WITHIN_S))
        except OneplusxError as error:
            told = to_strangers(error)
            return _unavailable(told.code, told.en)
        if needs_release and not releases:
            return _unavailable("NO_RELEASE", "No seeds are loaded. Run `oneplusx load`.")
        if needs_release and self._directory.current.revision < 0:
            return _unavailable("STARTING", "The directory is being read.")
        return JSONResponse({"status": "ok", "release": names_of(releases) or None})


def _unavailable(code: str, message: str) -> JSONResponse:
    shown = {"status": "unavailable", "code": code, "message": message}
    return JSONResponse(shown, status_code=503, headers={"retry-after": "3"})
