"""``orphanedTrainingPlans``: plans whose major, certificates or teaching standard are no longer in force on a day.

The statement reads what each plan refers to. ``analysis.training_plans.versions.orphaned_plans`` says which of it is no
longer in force.
"""

from typing import Any, NamedTuple

from analysis.training_plans.compliance.plan_facts import entry_year
from analysis.training_plans.training_plan import PlanHead
from analysis.training_plans.versions.orphaned_plans import (
    CatalogueEdition,
    DatedFact,
    ListedMajor,
    OrphanReason,
    PlanCertificate,
    PlanGrounds,
    PlanMajor,
    Replacement,
    StandardVersion,
    orphan_reasons,
)
from graph.model.core import Text
from resolvers.questions.argument_kinds import CodesArgument, ValueArgument, at_least_one, first_rows
from resolvers.questions.parts import Part, row, rows
from resolvers.questions.question import Analysis, QuestionRequest, Values
from resolvers.questions.records import RecordRow
from resolvers.questions.shared.evidence import sources_of
from resolvers.questions.shared.standard_texts import ROWS_DEFAULT, ROWS_LARGEST
from resolvers.questions.training_plans.orphan_records import (
    ORPHAN_REASON,
    ORPHAN_REASON_CODE,
    ORPHAN_STATE,
    ORPHANED_TRAINING_PLAN,
    ORPHANED_TRAINING_PLANS,
)
from resolvers.questions.training_plans.plan_parts import PLANS

_TARGETED_LEVELS = "(p)-[:HAS_TARGET_CERTIFICATE]->(:TargetCertificate)-[:TARGETS_LEVEL]->(l:CertificateLevel)"
# The certificates ``k`` of a plan ``p``, over all links that name one.
_CERTIFICATES = (
    "(p)-[:PLAN_NAMES_CERTIFICATE]->(k:Certificate)",
    f"{_TARGETED_LEVELS}<-[:HAS_LEVEL]-(k:Certificate)",
    "(p)-[:HAS_PLAN_COURSE]->(:PlanCourse)-[:LINKED_TO_CERTIFICATE]->(k:Certificate)",
)


class _Cause(NamedTuple):
    node: Any
    sources: list[Any]


class _Plan(NamedTuple):
    entry_year: int | None
    grade: str | None
    majors: list[PlanMajor]
    certificates: list[PlanCertificate]
    base: list[StandardVersion]
    standards: list[StandardVersion]
    node: Any


class _Parts(NamedTuple):
    plans: list[_Plan]
    editions: list[CatalogueEdition]


class OrphanedTrainingPlans(Analysis[_Parts]):
    """The plans whose grounds have gone by a day."""

    name = "orphanedTrainingPlans"
    cost = 3_500
    description = Text(
        "Training plans that no longer rest on what they were made for on a day: their major is not in the catalogue "
        "edition in force, a certificate or level has ended, its standard or their base teaching standard was "
        "replaced. Each with reason, node and source. What no source dates is UNKNOWN, not nothing.",
        "截至某日依据已失效的培养方案：专业不在现行目录中，证书或等级已失效，其标准或所依专业教学标准已被取代。"
        "逐项给出原因、对象与来源；来源未注明日期的为 UNKNOWN，不等于没有变化。",
    )
    arguments = (
        ValueArgument(
            name="asOf",
            annotation="Date",
            description=Text("The day asked about, such as 2026-01-01.", "所问之日，如 2026-01-01。"),
        ),
        CodesArgument(
            name="states",
            annotation="list[OrphanState] | None",
            description=Text(
                "Show only plans in these states; the counts stay whole. By default all.",
                "只显示这些状态的方案；计数不变。默认全部。",
            ),
            default=None,
            codes=ORPHAN_STATE,
            check=at_least_one,
        ),
        first_rows(
            Text(f"Plans to show: 1 to {ROWS_LARGEST}.", f"显示的方案数：1 至 {ROWS_LARGEST}。"),
            default=ROWS_DEFAULT,
            largest=ROWS_LARGEST,
        ),
    )
    record = ORPHANED_TRAINING_PLANS
    codes = (ORPHAN_REASON_CODE, ORPHAN_STATE)

    def reads_whole(self, _: QuestionRequest) -> tuple[str, ...]:
        """Every plan is looked at, and every edition."""
        return ("TrainingPlan", "Catalogue")

    def read(self, request: QuestionRequest) -> Part[_Parts]:
        """Read what each plan rests on."""
        written = _Statement(request)
        return row(_Parts, plans=written.plans(), editions=written.editions())

    def answer(self, parts: _Parts, values: Values) -> RecordRow:
        """Say which have lost it."""
        day = values["asOf"]
        found = [_Orphan(each, orphan_reasons(_grounds(each), parts.editions, day)) for each in parts.plans]
        orphans = [each for each in found if each.reasons]
        counted = [each.state for each in orphans]
        wanted = [each for each in ORPHAN_STATE.codes if each in values["states"]]
        shown = [each for state in wanted for each in orphans if each.state == state]
        return ORPHANED_TRAINING_PLANS.row(
            asOf=day,
            plans=len(parts.plans),
            orphaned=counted.count("ORPHANED"),
            unknown=counted.count("UNKNOWN"),
            rows=[each.record() for each in shown[: values["first"]]],
        )


def _grounds(plan: _Plan) -> PlanGrounds:
    year = plan.entry_year or entry_year(PlanHead(grade=plan.grade))
    return PlanGrounds(year, plan.majors, plan.certificates, next(iter(plan.base), None), plan.standards)


class _Orphan(NamedTuple):
    plan: _Plan
    reasons: list[OrphanReason]

    @property
    def state(self) -> str:
        return "ORPHANED" if any(each.is_known for each in self.reasons) else "UNKNOWN"

    def record(self) -> RecordRow:
        reasons = sorted(self.reasons, key=lambda each: not each.is_known)
        return ORPHANED_TRAINING_PLAN.row(
            trainingPlan=self.plan.node, state=self.state, reasons=[_reason(each) for each in reasons]
        )


def _reason(each: OrphanReason) -> RecordRow:
    cause = each.tag or _Cause(None, [])
    return ORPHAN_REASON.row(reason=each.code, isKnown=each.is_known, node=cause.node, sources=cause.sources)


# ---- the statement


class _Statement:
    """Writes the parts of one request."""

    def __init__(self, request: QuestionRequest) -> None:
        self._project = request.project

    def plans(self) -> Part[list[_Plan]]:
        columns = row(
            _Plan,
            entry_year="p.entryYear",
            grade="p.grade",
            majors=self._majors(),
            certificates=self._certificates(),
            base=rows("MATCH (p)-[:FOLLOWS_STANDARD]->(t:TeachingStandard)", self._teaching(), order="t.id"),
            standards=rows(
                "MATCH (p)-[:PLAN_FOR]->(:Major)<-[:STANDARD_OF]-(t:TeachingStandard) WITH DISTINCT t",
                self._teaching(),
                order="t.year, t.id",
            ),
            node=self._project("trainingPlan", "p", "TrainingPlan"),
        )
        return rows(PLANS, columns, order="p.id")

    def editions(self) -> Part[list[CatalogueEdition]]:
        columns = row(CatalogueEdition, edition="c.edition", tag=self._cause("c", "Catalogue"))
        return rows("MATCH (c:Catalogue)", columns, order="c.edition")

    def _cause(self, variable: str, kind: str, link: str = "") -> Part[_Cause]:
        node = self._project("node", variable, kind)
        return row(_Cause, node=node, sources=sources_of(link or variable, self._project))

    def _majors(self) -> Part[list[PlanMajor]]:
        listed = {"edition": "n.edition", "added_not_after": "n.addedNotAfter"}
        successors = rows(
            "MATCH (m)-[e:REPLACED_BY]->(n:Major)",
            row(ListedMajor, **listed, tag=self._cause("n", "Major", "e")),
            order="n.id",
        )
        namesakes = rows(
            "MATCH (n:Major) WHERE n.name = m.name AND n.educationLevel = m.educationLevel AND n.id <> m.id",
            row(ListedMajor, **listed, tag=self._cause("n", "Major")),
            order="n.id",
        )
        columns = row(
            PlanMajor,
            edition="m.edition",
            successors=successors,
            namesakes=namesakes,
            tag=self._cause("m", "Major"),
        )
        return rows("MATCH (p)-[:PLAN_FOR]->(m:Major)", columns, order="m.id")

    def _certificates(self) -> Part[list[PlanCertificate]]:
        columns = row(
            PlanCertificate,
            fact=self._dated("k", "Certificate"),
            replacements=rows(
                "MATCH (k)-[e:CERTIFICATE_REPLACED_BY]->(n:Certificate)",
                row(Replacement, since="e.since", tag=self._cause("n", "Certificate", "e")),
                order="n.id",
            ),
            levels=rows(
                f"MATCH {_TARGETED_LEVELS}<-[:HAS_LEVEL]-(k) WITH DISTINCT l",
                self._dated("l", "CertificateLevel"),
                order="l.id",
            ),
            standards=rows("MATCH (k)-[:HAS_STANDARD]->(s:SkillStandard)", self._skill(), order="s.year, s.id"),
        )
        paths = " + ".join(f"[{each} | k]" for each in _CERTIFICATES)
        return rows(f"UNWIND {paths} AS k WITH DISTINCT p, k", columns, order="k.id")

    def _dated(self, variable: str, kind: str) -> Part[DatedFact]:
        return row(
            DatedFact,
            valid_from=f"{variable}.validFrom",
            valid_to=f"{variable}.validTo",
            tag=self._cause(variable, kind),
        )

    def _skill(self) -> Part[StandardVersion]:
        return row(
            StandardVersion,
            code="s.code",
            year="s.year",
            valid_from="s.validFrom",
            valid_to="s.validTo",
            tag=self._cause("s", "SkillStandard"),
        )

    def _teaching(self) -> Part[StandardVersion]:
        cause = self._cause("t", "TeachingStandard")
        return row(StandardVersion, code="''", year="t.year", valid_from="null", valid_to="null", tag=cause)
