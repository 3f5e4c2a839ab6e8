"""From a plan as it was read to what is written of it: the plan, its lines and parts, and what they are linked to."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from analysis.training_plans.certificate_spellings import spellings
from analysis.training_plans.course_outcomes import OUTCOMES, code_of_outcome
from analysis.training_plans.plan_edits import PARTS_LARGEST
from analysis.training_plans.plan_records import PlanRecords, PlanValues, records_of
from analysis.training_plans.stored_values import NOWHERE, place_of
from graph.model.core import DRAFT_OF
from graph.model.source_phrases import STANDARD_BY_ENTRY
from graph.upkeep.drafts import DRAFT, PUBLISHED
from interchange.standard_imports.confirmed_import import ImportDraft
from interchange.standard_imports.import_questions import ImportAnswers
from interchange.standard_imports.imported_facts import ImportedFacts, ImportedFile
from interchange.standard_imports.named_certificates import KnownCertificate
from interchange.training_plan_imports.known_graph import KnownForPlans, KnownPlan
from interchange.training_plan_imports.plan_import_errors import TrainingPlanExistsError, TrainingPlanTooLargeError
from interchange.training_plan_imports.plan_questions import PlanQuestions
from interchange.training_plans.corrections.corrected_plans import CorrectedPlan, without_left_out

_BY_ENTRY = {
    "basis": "EDITORIAL",
    "sourceNote": STANDARD_BY_ENTRY,
}


class SourceOfPlans(NamedTuple):
    """What the source of several plans of a document says: a title of all, and the file with all corrections."""

    title: str
    file: ImportedFile


class PlanImport:
    """Makes the draft of one plan of a document from what is known of the graph. Writes nothing."""

    def __init__(
        self,
        corrected: CorrectedPlan,
        file: ImportedFile,
        answers: ImportAnswers,
        known: KnownForPlans,
        prefix: str,
        *,
        whole: SourceOfPlans | None = None,
    ) -> None:
        plan, self._corrected = without_left_out(corrected)
        self._file = file
        self._known = known
        questions = PlanQuestions(plan, answers, prefix, corrected.read_problems)
        self._identity = questions.identity(known, file)
        self._plan = questions.settle_problems()
        title = plan.head.title or f"{self._identity.college}{self._identity.major}{self._identity.grade}"
        named, of = whole or (title, file)
        self._facts = ImportedFacts(of, named, self._identity.college, "")

    @property
    def college(self) -> str | None:
        """The id of its college. None: it is not in the graph."""
        return self._identity.college_id

    def draft(self, *, is_draft: bool = False) -> ImportDraft:
        """Make it; ``is_draft``: of a plan that the editors of its college alone read.

        Raises: TrainingPlanTooLargeError, TrainingPlanExistsError.
        """
        identity, records = self._identity, records_of(self._plan)
        plan = self._facts.node(
            "TrainingPlan", {**records.plan, **self._decided(), "status": DRAFT if is_draft else PUBLISHED}
        )
        if plan in self._known.plan_ids():
            # Names with a colon: those of another college and major make the same id.
            raise TrainingPlanExistsError(plan)
        if identity.college and identity.major and identity.grade:
            versions = self._known.plans[identity.college, identity.major, identity.grade]
            versions.append(KnownPlan(identity.version, None, plan))
        _require_bounded(plan, records)
        self._link_plan(plan)
        self._add_all_parts(plan, records)
        after = self._after()
        if is_draft and self.college:
            self._facts.keep_for(self.college)
            after[DRAFT_OF.name] = self.college
        others = (identity.revises,) if identity.revises else ()
        return ImportDraft("TrainingPlan", plan, self._facts, None, after, others)

    def _add_all_parts(self, plan: str, records: PlanRecords) -> None:
        groups = self._add_parts(plan, "PlanGroup", "HAS_PLAN_GROUP", [*map(_of_a_person, records.groups)])
        self._add_lines(plan, records, groups)
        self._add_parts(plan, "PlanTotal", "HAS_PLAN_TOTAL", records.totals)
        self._add_parts(plan, "PlanOutcome", "HAS_PLAN_OUTCOME", records.outcomes)
        self._add_parts(plan, "PlanWeeks", "HAS_PLAN_WEEKS", records.weeks)
        self._add_certificates(plan, records)

    def _decided(self) -> dict[str, Any]:
        return {
            **self._identity.own,
            "entryYear": self._identity.entry_year or None,
            "completeness": "WHOLE",
            "sha256": self._file.sha256,
            "readingProblemCount": len(self._plan.problems),
            "readingProblems": sorted({each.rule for each in self._plan.problems}),
        }

    def _after(self) -> dict[str, Any]:
        digests = {"file": self._file.sha256, "report": self._file.report_sha256}
        corrections = {"corrections": list(self._file.corrections)} if self._file.corrections else {}
        return {**self._identity.own, **digests, **corrections, "rows": self._facts.counts()}

    def _link_plan(self, plan: str) -> None:
        identity = self._identity
        if identity.college_id:
            self._facts.link("HAS_PLAN", identity.college_id, plan)
        if identity.revises:
            self._facts.link("REVISES_PLAN", plan, identity.revises)
        if identity.major_id is None:
            return
        self._facts.link("PLAN_FOR", plan, identity.major_id)
        if standard := self._known.standard_for(identity.major_id, identity.entry_year):
            self._facts.link("FOLLOWS_STANDARD", plan, standard, _BY_ENTRY)

    def _add_parts(self, plan: str, type_name: str, link: str, parts: Any) -> dict[int, str]:
        """Add the parts of one kind; give their ids by number."""
        ids: dict[int, str] = {}
        for number, each in enumerate(parts, start=1):
            values = {"number": number, **each, "trainingPlanKey": plan.partition(":")[2]}
            ids[values["number"]] = self._facts.node(type_name, values)
            self._facts.link(link, plan, ids[values["number"]])
        return ids

    def _add_lines(self, plan: str, records: PlanRecords, groups: Mapping[int, str]) -> None:
        for sequence, each in enumerate(records.lines, start=1):
            own = {name: value for name, value in each.items() if name not in {"group", OUTCOMES}}
            # What a person made of a line is not what the document says.
            basis = {"basis": "EDITORIAL"} if sequence in self._corrected else {}
            line = self._facts.node("PlanCourse", {**own, **self._identity.own, **basis, "sequence": sequence})
            self._facts.link("HAS_PLAN_COURSE", plan, line)
            if each["group"] is not None:
                self._facts.link("CHOICE_OF", line, groups[each["group"]])
            for outcome in each[OUTCOMES]:
                values = {**outcome, "code": code_of_outcome(line, outcome["sequence"])}
                self._facts.link("PLAN_HAS_OUTCOME", line, self._facts.node("CourseOutcome", values))

    def _add_certificates(self, plan: str, records: PlanRecords) -> None:
        targets = self._add_parts(plan, "TargetCertificate", "HAS_TARGET_CERTIFICATE", records.certificates)
        named: dict[str, str | None] = {}
        for number, each in enumerate(records.certificates, start=1):
            known = self._certificate(each["name"])
            if known is None:
                continue
            named[known.id] = named.get(known.id) or each["level"]
            level = f"CertificateLevel:{known.name}:{each['level']}"
            if level in self._known.levels:
                self._facts.link("TARGETS_LEVEL", targets[number], level)
        for certificate, code in named.items():
            self._facts.link("PLAN_NAMES_CERTIFICATE", plan, certificate, {"certificateLevel": code})

    def _certificate(self, written: str) -> KnownCertificate | None:
        """Give the certificate that is written so, with or without the words around its name."""
        found = map(self._known.certificates.called, spellings(written))
        return next((each for each in found if each is not None), None)


def _of_a_person(group: PlanValues) -> PlanValues:
    """Mark a group that stands nowhere in the document: a person made it in the report."""
    return {**group, "place": None, "basis": "EDITORIAL"} if place_of(group["place"]) == NOWHERE else group


def _require_bounded(plan: str, records: PlanRecords) -> None:
    lists = {
        "courses": records.lines,
        "groups": records.groups,
        "targetCertificates": records.certificates,
        "outcomes": records.outcomes,
        "courses.outcomes": max((each[OUTCOMES] for each in records.lines), key=len, default=()),
    }
    for field, values in lists.items():
        if len(values) > PARTS_LARGEST:
            raise TrainingPlanTooLargeError(plan, field, len(values), PARTS_LARGEST)
