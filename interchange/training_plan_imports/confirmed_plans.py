"""Write all training plans of a document: one transaction, by an editor who may, with an entry in the trail each."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from analysis.training_plans.training_plan import PlanReading
from graph.connection.database import Database
from graph.query.revision import take_turn
from graph.query.statement import Run, Writer
from graph.upkeep import editors
from graph.upkeep.editors import Editor
from interchange.standard_imports.confirmed_import import (
    IMPORTERS,
    ImportDraft,
    RequestKey,
    Writing,
    counted,
    record_import,
    require_answered,
)
from interchange.standard_imports.import_questions import ImportAnswers
from interchange.standard_imports.imported_facts import ImportedFile
from interchange.training_plan_imports.known_graph import KnownForPlans
from interchange.training_plan_imports.plan_import import PlanImport


class PlanDocument(NamedTuple):
    """The plans of a document, and the digests of the document and of the report that was confirmed."""

    plans: Sequence[PlanReading]
    file: ImportedFile


async def look_at_plans(database: Database, document: PlanDocument, given: Mapping[str, str]) -> list[ImportDraft]:
    """Give what an import would write. Raises: what ``confirm_plans`` raises of the document and the answers."""
    drafts = await _whole_drafts(database.read, document, given)
    return [counted(each, await each.facts.difference(database.read)) for each in drafts]


async def confirm_plans(
    database: Database, document: PlanDocument, given: Mapping[str, str], token: str | None
) -> list[ImportDraft]:
    """Write all plans, or nothing.

    Raises: AccessError; ImportQuestionsError, ImportAnswerError, TrainingPlanExistsError, TrainingPlanTooLargeError;
    what ``Database.write`` raises.
    """
    # Read before a transaction begins: who may not write must not keep those waiting who may.
    await editors.require(database.read, token, IMPORTERS)

    async def once(writer: Writer) -> list[ImportDraft]:
        await take_turn(writer)
        editor = await editors.require(writer.run, token, IMPORTERS)
        return await _write(writer, editor, document, given, RequestKey())

    return await database.write(once)


def plans_writing(document: PlanDocument, given: Mapping[str, str]) -> Writing:
    """Give what writes plans as ``confirm_plans`` does."""
    return lambda writer, editor, request: _write(writer, editor, document, given, request)


async def _write(
    writer: Writer, editor: Editor, document: PlanDocument, given: Mapping[str, str], request: RequestKey
) -> list[ImportDraft]:
    written = []
    for place, each in enumerate(await _whole_drafts(writer.run, document, given)):
        written.append(counted(each, await each.facts.write(writer)))
        await record_import(writer, each, editor, request, place)
    return written


async def _whole_drafts(run: Run, document: PlanDocument, given: Mapping[str, str]) -> list[ImportDraft]:
    answers = ImportAnswers(given)
    known = await KnownForPlans.read(run)
    drafts = []
    for number, each in enumerate(document.plans, start=1):
        prefix = f"plan-{number}-" if len(document.plans) > 1 else ""
        drafts.append(PlanImport(each, document.file, answers, known, prefix).draft())
    require_answered(answers)
    return drafts
