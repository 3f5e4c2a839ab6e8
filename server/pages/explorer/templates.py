"""The forms to fill in, next to where they are uploaded: the workbooks that the command line writes."""

from collections.abc import Callable
from functools import cache

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from server.api.tables.table_file import MEDIA_TYPES


# The library of workbooks takes half a second to import, and few servers are asked for a form.
@cache
def _skill_standard() -> bytes:
    from interchange.standards.template.template_writing import write_template  # noqa: PLC0415  # half a second

    return write_template(None)


@cache
def _training_plan() -> bytes:
    from interchange.training_plans.plan_template import write_template  # noqa: PLC0415  # half a second

    return write_template()


TEMPLATES: dict[str, Callable[[], bytes]] = {
    "skill-standard.xlsx": _skill_standard,
    "training-plan.xlsx": _training_plan,
}


def template_routes() -> list[Route]:
    """Give the routes of the forms."""

    def route(file: str, write: Callable[[], bytes]) -> Route:
        async def answer(_: Request) -> Response:
            headers = {"content-disposition": f'attachment; filename="{file}"', "cache-control": "no-cache"}
            return Response(await run_in_threadpool(write), headers=headers, media_type=MEDIA_TYPES["xlsx"])

        return Route(f"/explorer/templates/{file}", answer)

    return [route(file, write) for file, write in TEMPLATES.items()]
