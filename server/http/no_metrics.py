"""``/metrics`` of a server that serves none: which setting turns them on. Here, as their library is not loaded then."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from graph.errors import Language
from server.http.shown_errors import language_of

_TEXTS: dict[Language, str] = {
    "en": "Metrics are off. The setting ONEPLUSX_METRICS=true turns them on.\n",
    "zh": "未启用指标。设置 ONEPLUSX_METRICS=true 可启用。\n",
}


async def _off(http: Request) -> PlainTextResponse:
    text = _TEXTS[language_of(http.headers.get("accept-language", ""))]
    return PlainTextResponse(text, 404, headers={"vary": "accept-language"})


def no_metrics_routes() -> list[Route]:
    """Give the routes."""
    return [Route("/metrics", _off)]
