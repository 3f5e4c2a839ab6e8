"""``/tables/training-plan.xlsx`` and ``.docx``: a training plan in the form in which a college submits it.

``plan`` is its id. Whether the caller may read it, the API says; the file is that of ``oneplusx plan export``.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request as HttpRequest
from starlette.responses import Response
from starlette.routing import Route

from analysis.training_plans.training_plan import PlanReading
from graph.connection.database import Database
from graph.errors import BadArgumentError
from interchange.formats.laid_out_tables import FormTable
from resolvers.identify import Request
from server.api.graphql_endpoint import GraphQLEndpoint
from server.api.tables.file_answer import answer_with_file, file_reply, kept_reply, tag_headers
from server.api.tables.table_file import MEDIA_TYPES, refuse_unknown
from server.http.response import Caller, Reply
from server.plans.reports.plan_reports import DOCUMENT, OPERATION, read_plan_reports, variables_of

if TYPE_CHECKING:
    from interchange.training_plans.form.plan_export import ExportedPlan

NAME = "training-plan"
ENDINGS = ("xlsx", "docx")
FILES = tuple(f"{NAME}.{each}" for each in ENDINGS)
# What is in the plan, and could not be read back from the file; 0: nothing.
LOST = "oneplusx-values-lost"
# Writing takes the interpreter for a part of a second.
WRITTEN_AT_ONCE = 2


class PlanFiles:
    """The routes of plans as files; ``endpoint`` gives what answers operations, once there is one."""

    def __init__(self, endpoint: Callable[[], GraphQLEndpoint], database: Database) -> None:
        self._endpoint = endpoint
        self._database = database
        self._places = CapacityLimiter(WRITTEN_AT_ONCE)

    def routes(self) -> list[Route]:
        """Give the routes."""
        return [Route(f"/tables/{NAME}.{each}", partial(self._file, ending=each)) for each in ENDINGS]

    async def _file(self, http: HttpRequest, ending: str) -> Response:
        def read(token: str | None) -> Request:
            refuse_unknown(http.query_params, ("plan",))
            return Request(DOCUMENT, variables_of(_plan_id(http)), OPERATION, token=token)

        async def write(data: Mapping[str, Any], caller: Caller) -> Reply:
            plan, reports = await read_plan_reports(self._database.read, data)
            return await self._written(plan, reports, ending, caller)

        return await answer_with_file(http, self._endpoint(), read, write)

    async def _written(self, plan: PlanReading, reports: Sequence[FormTable], ending: str, caller: Caller) -> Reply:
        """Write the file, unless the caller has it."""
        tag = await to_thread.run_sync(_tag, plan, reports, ending, limiter=self._places)
        if kept := kept_reply(tag, caller):
            return kept
        written = await to_thread.run_sync(_export, plan, reports, ending, limiter=self._places)
        headers = {**tag_headers(tag), LOST: str(len(written.lost))}
        return file_reply(written.data, f"{_title(plan)}.{ending}", MEDIA_TYPES[ending], **headers)


def _plan_id(http: HttpRequest) -> str:
    plan_id = http.query_params.get("plan", "")
    if not plan_id.startswith("TrainingPlan:"):
        raise BadArgumentError("plan", "the id of a TrainingPlan.", "须为 TrainingPlan 的 id。")
    return plan_id


def _tag(plan: PlanReading, reports: Sequence[FormTable], ending: str) -> str:
    from interchange.training_plans.form.plan_export import digest_of_form  # noqa: PLC0415  # half a second

    return f'W/"{digest_of_form(plan, reports)}-{ending}"'


def _export(plan: PlanReading, reports: Sequence[FormTable], ending: str) -> "ExportedPlan":
    from interchange.training_plans.form.plan_export import EXPORTS  # noqa: PLC0415  # half a second

    return EXPORTS[ending](plan, reports)


def _title(plan: PlanReading) -> str:
    """Give a name for the file; what a file system would not take becomes a line."""
    head = plan.head
    name = "-".join(filter(None, (head.college, head.major_name, head.grade, "人才培养方案")))
    return "".join("_" if each in '\\/:*?"<>|' or not each.isprintable() else each for each in name)
