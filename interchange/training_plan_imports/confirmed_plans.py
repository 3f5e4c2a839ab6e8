"""Write all training plans of a document: one transaction, by an editor who may, with an entry in the trail each."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from analysis.training_plans.training_plan import PlanReading
from graph.connection.database import Database
from graph.query.revision import take_turn
from graph.query.statement import Writer
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
from interchange.standards.corrections.correction import Correction
from interchange.training_plan_imports.kept_columns import keep_columns
from interchange.training_plan_imports.known_graph import KnownForPlans, KnownLast
from interchange.training_plan_imports.plan_import import PlanImport, SourceOfPlans
from interchange.training_plans.corrections.corrected_plans import CorrectedPlan, correct_plans

# A compilation of many plans is named by its file instead.
TITLES_LARGEST = 200


class PlanDocument(NamedTuple):
    """The plans of a document, the digests of the document and of its report, and whether they are to be drafts.

    ``corrections`` are what a person corrected in the report.
    """

    plans: Sequence[PlanReading]
    file: ImportedFile
    are_drafts: bool = False
    corrections: Sequence[Correction] = ()


async def look_at_plans(
    database: Database,
    document: PlanDocument,
    given: Mapping[str, str],
    reader: str = "",
    known: KnownLast | None = None,
) -> list[ImportDraft]:
    """Give what an import would write, as an editor of the college ``reader`` sees it.

    ``known`` keeps what the graph says for the next look.

    Raises: what ``confirm_plans`` raises of the document, its corrections and the answers.
    """
    made = await _whole_drafts(partial((known or KnownLast()).read, database, reader), document, given)
    return [counted(each, await each.facts.difference(database.read)) for each, _ in made]


async def confirm_plans(
    database: Database, document: PlanDocument, given: Mapping[str, str], token: str | None
) -> list[ImportDraft]:
    """Write all plans, or nothing.

    Raises: AccessError, as for a plan of another college; ImportQuestionsError, ImportAnswerError, CorrectionError,
    TrainingPlanExistsError, TrainingPlanTooLargeError; what ``Database.write`` raises.
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
    read_known = partial(KnownForPlans.read, writer.run, editor.college or "")
    for place, (each, college) in enumerate(await _whole_drafts(read_known, document, given)):
        editor.require_plans_of(college, are_drafts=document.are_drafts)
        written.append(counted(each, (await each.facts.write(writer)).difference))
        await record_import(writer, each, editor, request, place)
    await keep_columns(writer, editor, document.plans)
    return written


async def _whole_drafts(
    read_known: Callable[[], Awaitable[KnownForPlans]], document: PlanDocument, given: Mapping[str, str]
) -> list[tuple[ImportDraft, str | None]]:
    """Make the draft of each plan, with the id of its college."""
    corrected = correct_plans(document.plans, document.corrections)
    answers = ImportAnswers(given)
    answers.may_be_settled = bool(document.corrections)
    known = await read_known()
    whole = _source_of_all(document.file, corrected)
    drafts = []
    for number, each in enumerate(corrected, start=1):
        prefix = f"plan-{number}-" if len(corrected) > 1 else ""
        made = PlanImport(each, document.file._replace(corrections=each.record), answers, known, prefix, whole=whole)
        drafts.append((made.draft(is_draft=document.are_drafts), made.college))
    require_answered(answers)
    return drafts


def _source_of_all(file: ImportedFile, corrected: Sequence[CorrectedPlan]) -> SourceOfPlans | None:
    """Give what the one source of several plans says of all of them; None: of a plan alone its own title does."""
    if len(corrected) == 1:
        return None
    titles = "；".join(dict.fromkeys(filter(None, (each.reading.head.title for each in corrected))))
    records = tuple(record for each in corrected for record in each.record)
    return SourceOfPlans(titles if 0 < len(titles) <= TITLES_LARGEST else file.name, file._replace(corrections=records))
