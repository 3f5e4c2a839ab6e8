"""The answers to the services of improvements, from ``embedCertificate`` to ``cancelImprovementJob``."""

import asyncio
import datetime as dt
import logging
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from starlette.concurrency import run_in_threadpool

from graph.connection.database import Database
from graph.errors import Language
from graph.upkeep import editors
from graph.upkeep.editors import Editor, Role
from resolvers.rights import rights_of
from resolvers.services.service import ServiceCaller, Services
from server.jobs.cleaning import kept_clean
from server.jobs.job_places import LOOK_EVERY_S, JobPlaces
from server.jobs.stored_jobs import JobError
from server.plans.graph_plan import Ask, GraphPlans, PlanContext
from server.plans.improvements.improvement_arguments import (
    SECONDS_LARGEST,
    WAIT_LARGEST,
    InputFields,
    conversion_wishes,
    embedding_wishes,
    levels_of,
    number,
    rules_of,
    schedule_wishes,
)
from server.plans.improvements.improvement_jobs import (
    ANSWER,
    STATED,
    ImprovementJob,
    ImprovementKind,
    ImprovementState,
    ImprovementStore,
)
from server.plans.improvements.improvement_kinds import EMBEDDING, IMPROVEMENTS, PORTFOLIO, RECOGNITION, SCHEDULING
from server.plans.improvements.improvement_runner import ImprovementRunner
from server.plans.improvements.problem_statements import (
    joint_portfolio,
    state_conversion,
    state_embedding,
    state_schedule,
)
from server.settings import Settings
from solvers.solver_process import COMMAND

log = logging.getLogger("oneplusx")
FOLDER = "improvements"
# How long a cancelled job may take to end before the caller is answered all the same.
END_WITHIN_S = 2.0
_EVERY_ROLE = frozenset(Role)


class ImprovementServices:
    """Improvements of one process; all processes of a machine share the folder."""

    def __init__(self, database: Database, settings: Settings) -> None:
        folder = settings.data_dir / FOLDER
        self._database = database
        self._jobs = ImprovementStore(folder)
        self._runner = ImprovementRunner(self._jobs, JobPlaces(folder / "places", settings.solvers_at_once), COMMAND)

    def ask_with(self, ask: Ask) -> None:
        """Read plans by operations: what runs them has these services, so it comes later."""
        self._plans = GraphPlans(self._database, ask)

    @property
    def services(self) -> Services:
        """What answers, by the name of the service."""
        return {
            "embedCertificate": self._embed,
            "scheduleSemesters": self._schedule,
            "planCreditConversion": self._convert,
            "certificatePortfolio": self._portfolio,
            "improvementJob": self._improvement_job,
            "cancelImprovementJob": self._cancel,
        }

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Keep the folder clean meanwhile; in the end stop what solves."""
        try:
            async with kept_clean("jobs of improvements", self._jobs.clean):
                yield
        finally:
            await self._runner.stop()

    async def _editor(self, caller: ServiceCaller) -> Editor:
        return await editors.require(self._database.read, caller.token, _EVERY_ROLE)

    # ---- beginning

    async def _embed(self, given: InputFields, caller: ServiceCaller) -> Mapping[str, Any]:
        editor, wishes = await self._editor(caller), embedding_wishes(given)
        plan = await self._plans.plan(given["plan"], rights_of(editor))
        level = await self._plans.level(given["level"], rights_of(editor), include_lower=given["includeLower"])
        standard = await self._plans.standard(given["standard"], plan)
        tables = await self._plans.alignments(given["plan"], standard, level.certificate, rights_of(editor))
        stated = await run_in_threadpool(state_embedding, plan.plan, level, tables, wishes)
        problem = EMBEDDING.write_problem(stated, PlanContext(plan.lines, standard))
        return await self._begun(ImprovementKind.CERTIFICATE, given, editor, problem, caller.language)

    async def _portfolio(self, given: InputFields, caller: ServiceCaller) -> Mapping[str, Any]:
        editor, levels, wishes = await self._editor(caller), levels_of(given), embedding_wishes(given, "maxExtraHours")
        plan = await self._plans.plan(given["plan"], rights_of(editor))
        standard = await self._plans.standard(given["standard"], plan)
        stated = {}
        for each in levels:
            level = await self._plans.level(each, rights_of(editor), include_lower=given["includeLower"])
            tables = await self._plans.alignments(given["plan"], standard, level.certificate, rights_of(editor))
            stated[each] = await run_in_threadpool(state_embedding, plan.plan, level, tables, wishes)
        joint = joint_portfolio(stated, wishes.extra_hours_most)
        problem = PORTFOLIO.write_problem(joint, PlanContext(plan.lines, standard))
        return await self._begun(ImprovementKind.PORTFOLIO, given, editor, problem, caller.language)

    async def _schedule(self, given: InputFields, caller: ServiceCaller) -> Mapping[str, Any]:
        editor, wishes = await self._editor(caller), schedule_wishes(given)
        plan = await self._plans.plan(given["plan"], rights_of(editor))
        stated = await run_in_threadpool(state_schedule, plan.plan, wishes)
        problem = SCHEDULING.write_problem(stated, PlanContext(plan.lines))
        return await self._begun(ImprovementKind.SCHEDULE, given, editor, problem, caller.language)

    async def _convert(self, given: InputFields, caller: ServiceCaller) -> Mapping[str, Any]:
        editor, wishes, name = await self._editor(caller), conversion_wishes(given), rules_of(given)
        plan = await self._plans.plan(given["plan"], rights_of(editor))
        rows = await self._plans.credit_rules()
        stated = await run_in_threadpool(state_conversion, plan.plan, rows, name, wishes)
        problem = RECOGNITION.write_problem(stated, PlanContext(plan.lines))
        return await self._begun(ImprovementKind.CREDITS, given, editor, problem, caller.language)

    async def _begun(
        self, kind: ImprovementKind, given: InputFields, editor: Editor, problem: bytes, language: Language
    ) -> Mapping[str, Any]:
        seconds = number(given, "seconds", 1, SECONDS_LARGEST)
        job = await run_in_threadpool(self._jobs.begin, kind, given["plan"], seconds, editor.name, problem)
        self._runner.ensure(job)
        return {"job": await run_in_threadpool(self._shown, job, language)}

    # ---- afterwards

    async def _improvement_job(self, given: InputFields, caller: ServiceCaller) -> Mapping[str, Any]:
        wait = number(given, "waitSeconds", 0, WAIT_LARGEST)
        editor = await self._editor(caller)
        job = self._jobs.of_editor(given["id"], editor.name)
        self._jobs.ask(job.id)
        self._runner.ensure(job)
        return await run_in_threadpool(self._shown, await self._ended(job, wait), caller.language)

    async def _cancel(self, given: InputFields, caller: ServiceCaller) -> Mapping[str, Any]:
        editor = await self._editor(caller)
        job = self._jobs.of_editor(given["job"], editor.name)
        if job.is_open:
            self._jobs.cancel(job.id)
            self._runner.leave(job.id)
            self._runner.ensure(job)
            job = await self._ended(job, END_WITHIN_S)
        return {"job": await run_in_threadpool(self._shown, job, caller.language)}

    async def _ended(self, job: ImprovementJob, within_s: float) -> ImprovementJob:
        """Give a job when it has ended, or as it is after this time."""
        until = asyncio.get_running_loop().time() + within_s
        while job.is_open and asyncio.get_running_loop().time() < until:
            await self._runner.wait(job.id, LOOK_EVERY_S)
            job = self._jobs.of_editor(job.id, job.editor)
        return job

    def _shown(self, job: ImprovementJob, language: Language) -> Mapping[str, Any]:
        """Give the fields of a job. It reads files, of a job that waits those of all: call it in a thread."""
        shown = {
            "id": job.id,
            "kind": job.kind,
            "plan": job.plan,
            "state": job.state,
            "jobsBefore": self._jobs.jobs_before(job),
            "createdAt": _moment(job.created),
            "expiresAt": _moment(job.expires),
            "stages": [{**each._asdict(), "isProven": each.is_proven} for each in job.stages],
            "isProven": job.answer_sha256 is not None and all(each.is_proven for each in job.stages),
            "isUnique": job.is_unique,
            "answerSha256": job.answer_sha256,
            "error": _shown_error(job.error, language) if job.error else None,
        }
        if job.state is ImprovementState.SOLVED:
            folder, kind = self._jobs.folder(job.id), IMPROVEMENTS[job.kind]
            problem, answer = ((folder / each).read_bytes() for each in (STATED, ANSWER))
            shown[kind.field] = kind.shown(problem, answer, language)
        return shown


def _shown_error(error: JobError, language: Language) -> Mapping[str, str]:
    return {"code": error.code, "message": error.zh if language == "zh" else error.en}


def _moment(at: float) -> str:
    return dt.datetime.fromtimestamp(at, dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
