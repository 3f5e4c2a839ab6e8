"""``gaps``: requirements that no course covers, those first that the most programmes would need."""

from collections.abc import Iterator, Sequence

from analysis.coverage import PARTLY_COVERED
from graph.model import MODEL
from graph.model.alignments import REVIEW_GROUND
from graph.model.codes import SUITS_RELATION
from graph.model.core import BASIS, Property, Scalar, Text
from graph.model.course_sides import COURSE_SIDES, CourseSide
from graph.model.drafts import published
from graph.query import cypher
from resolvers.questions.argument_kinds import (
    ChoiceArgument,
    NamesArgument,
    NodeArgument,
    ValueArgument,
    first_rows,
    some_values,
)
from resolvers.questions.coverage.coverage_records import COVERAGE_STATE
from resolvers.questions.coverage.cube_records import CUBE_PROGRAMME
from resolvers.questions.coverage.cube_statement import SIDES
from resolvers.questions.parts import Collected, collected, record
from resolvers.questions.question import Listing, QuestionRequest
from resolvers.questions.records import NodeField, RecordRow, RecordType, count_field
from resolvers.questions.shared.evidence import (
    NEWEST_LEVEL,
    closed_by,
    found_nowhere,
    in_force,
    no_match,
    without_match,
)
from resolvers.questions.shared.evidence_arguments import AS_OF, GROUNDS, ONLY_LEVEL, SUFFICIENT_STRENGTH
from resolvers.questions.shared.national import (
    ANY_MADE_UP,
    EVIDENCE_BASIS,
    FACT_BASIS,
    IN_FORCE,
    OF_MAJOR,
    RELATIONS,
    basis_argument,
    conditions,
    is_whole,
    where,
)
from resolvers.questions.shared.needs import REQUIREMENTS_OF_LEVEL

GAPS_LARGEST = 500
MAJORS_LARGEST = 20
_SPLIT = frozenset({"programmesReviewed", "programmesOpen", "programmesOther"})

GAP = RecordType(
    name="Gap",
    description=Text(
        "A requirement that no course and no line of a plan covers, or none sufficiently.",
        "没有任何课程或方案课程覆盖（或覆盖不足）的要求。",
    ),
    fields=(
        Property(
            name="programmes",
            type=Scalar.INT,
            description=Text(
                "Majors in force that the certificate suits, by its own statement.", "证书自身写明适用的现行专业数。"
            ),
            required=True,
        ),
        count_field(
            "programmesReviewed",
            Text(
                "Of `programmes`, those of which this result is known: by a closed search, by NO_MATCH of every "
                "course, or PARTLY_COVERED by weak evidence.",
                "`programmes` 中已得出该结果的专业数：查找已结束，或对每门课程都采纳了 NO_MATCH；"
                "或因证据较弱而为 PARTLY_COVERED。",
            ),
        ),
        count_field(
            "programmesOpen",
            Text(
                "Of `programmes`, those with a teaching standard or training plan (only those of `through` count) of "
                "which no one has decided.",
                "`programmes` 中有专业教学标准或人才培养方案（只计 `through` 所选）、但无人作出判断的专业数。",
            ),
        ),
        count_field(
            "programmesOther",
            Text(
                "The rest of `programmes`: another result, or no courses in the graph to compare.",
                "`programmes` 的其余部分：结果不同，或图中没有可比较的课程。",
            ),
        ),
        Property(
            name="state",
            type=COVERAGE_STATE,
            description=Text(
                "NOT_COVERED: for some programme a search was closed, or NO_MATCH accepted of "
                "every course. UNKNOWN: for none.",
                "NOT_COVERED：对某个专业方案已结束查找，或对其每门课程都采纳了 NO_MATCH。UNKNOWN：都没有。",
            ),
            required=True,
        ),
        Property(
            name="grounds",
            type=REVIEW_GROUND,
            many=True,
            description=Text(
                "What its closed searches rest on. Empty: no one has looked, or NO_MATCH was accepted of every course.",
                "已结束的查找所依据的材料。空：无人查过，或对每门课程都采纳了 NO_MATCH。",
            ),
        ),
        NodeField(
            name="certificate",
            description=Text("The certificate that asks for it.", "提出该要求的证书。"),
            kinds=("Certificate",),
        ),
        NodeField(name="requirement", description=Text("The requirement.", "技能要求。"), kinds=("SkillRequirement",)),
        NodeField(
            name="majors",
            description=Text(
                f"The majors counted in `programmes`, by id, the first {MAJORS_LARGEST}.",
                f"`programmes` 所计的专业，按 id 排列，前 {MAJORS_LARGEST} 个。",
            ),
            kinds=("Major",),
            is_list=True,
            size=MAJORS_LARGEST,
        ),
    ),
)


class CoverageGaps(Listing):
    """Requirements that nothing covers."""

    name = "gaps"
    cost = 300
    description = Text(
        "Skill requirements that nothing covers by an accepted alignment, those first that the "
        "most programmes would need. A gap is where somebody looked and found none; ask with "
        "`includeUnknown` for those no one looked at. Certificates without a requirement by "
        "requirement standard in the graph cannot occur; asked about one: null, and NOT_KNOWN with a reason.",
        "没有被已采纳的对接覆盖的技能要求，需要它的专业最多的在前。有人查过而没有找到才是缺口；用 "
        "`includeUnknown` 同时列出无人查过的要求。图中没有逐条技能要求标准的证书不会出现；询问此类证书时为 null，"
        "并给出 NOT_KNOWN 及原因。",
    )
    arguments = (
        NodeArgument(
            name="certificate",
            annotation="ID | None",
            types=("Certificate",),
            need=REQUIREMENTS_OF_LEVEL,
            description=Text(
                "Id of a Certificate: only its requirements. By default all certificates.",
                "Certificate 的 id：只计其要求。默认全部证书。",
            ),
            default=None,
        ),
        ONLY_LEVEL,
        NamesArgument(
            name="category",
            type="MajorCategory",
            description=Text(
                "Count only majors of these categories (专业大类), by name, at most 100.",
                "只计这些专业大类的专业，按名称，最多 100 个。",
            ),
            default=None,
        ),
        NamesArgument(
            name="majorClass",
            type="MajorClass",
            description=Text(
                "Count only majors of these classes (专业类), by name, at most 100.",
                "只计这些专业类的专业，按名称，最多 100 个。",
            ),
            default=None,
        ),
        ValueArgument(
            name="educationLevel",
            annotation="list[EducationLevel] | None",
            description=Text("Count only majors of these levels of the diploma.", "只计这些学历层次的专业。"),
            default=None,
            check=some_values,
        ),
        basis_argument("basis", FACT_BASIS),
        RELATIONS,
        basis_argument("evidenceBasis", EVIDENCE_BASIS),
        GROUNDS,
        AS_OF,
        ChoiceArgument(
            name="includeUnknown",
            annotation="Boolean",
            description=Text("Also give requirements that no one has looked at.", "同时列出无人查过的要求。"),
            default=False,
        ),
        ChoiceArgument(
            name="includePartlyCovered",
            annotation="Boolean",
            description=Text(
                "Also give requirements PARTLY_COVERED: of which all accepted evidence is weak.",
                "同时列出 PARTLY_COVERED 的要求：已采纳的证据都不够强。",
            ),
            default=False,
        ),
        SUFFICIENT_STRENGTH,
        ChoiceArgument(
            name="through",
            annotation="CubeProgramme | None",
            description=Text(
                "Count only courses and reviews of teaching standards, or only those of plans. By default both.",
                "只计教学标准的课程与评审，或只计人才培养方案的。默认两者都计。",
            ),
            default=None,
        ),
        first_rows(
            Text(f"Gaps to give: 1 to {GAPS_LARGEST}.", f"返回的缺口数：1 至 {GAPS_LARGEST}。"), largest=GAPS_LARGEST
        ),
    )
    record = GAP
    codes = (COVERAGE_STATE, CUBE_PROGRAMME)

    def reads_whole(self, request: QuestionRequest) -> tuple[str, ...]:
        """Either every certificate, or all that was looked for in vain."""
        if request.choice("includeUnknown"):
            return ("Certificate",)
        return ("Review", "Alignment", *(("Course",) if request.choice("includePartlyCovered") else ()))

    def collect(self, request: QuestionRequest) -> Collected[RecordRow]:
        """Go the way that reads least."""
        statement = _Statement(request)
        return statement.with_unknown() if request.choice("includeUnknown") else statement.of_closed()


class _Statement:
    """Writes the statement of one request; each certificate has its majors counted once."""

    def __init__(self, request: QuestionRequest) -> None:
        self._request = request
        codes = {"basis": BASIS, "evidenceBasis": BASIS, "relations": SUITS_RELATION}
        some = [each for each, all_of in codes.items() if not is_whole(request.choice(each), all_of)]
        self._narrow = {*some, *(each for each in (*OF_MAJOR, "asOf", "grounds") if request.has(each))}
        self._is_of_real = not request.has("evidenceBasis")
        # What is kept through the statement, where evidence of all bases but ILLUSTRATIVE counts.
        self._kept = "made_up, " if self._is_of_real else ""
        self._start = f"WITH {ANY_MADE_UP} AS made_up\n" if self._is_of_real else ""
        through = request.choice("through")
        self._sides: Sequence[CourseSide] = (SIDES[through],) if through else COURSE_SIDES
        self._has_partly = bool(request.choice("includePartlyCovered"))
        self._is_of_level = f"{request['level']} IS NULL OR l.level = {request['level']}"

    def with_unknown(self) -> Collected[RecordRow]:
        """Go top-down from the certificates, and look for a review of the few that are given only."""
        certificate = "k:Certificate"
        if self._request.has("certificate"):
            certificate += f" {{id: {self._request['certificate']}}}"
        return self._ranked(
            f"""
{self._start}MATCH ({certificate})-[u:SUITS]->(m:Major) WHERE {self._counts()}
WITH {self._kept}k, count(DISTINCT m) AS programmes
MATCH (k)-[:HAS_STANDARD]->(:SkillStandard)-[:HAS_STANDARD_LEVEL]->{NEWEST_LEVEL} WHERE {self._is_of_level}
MATCH (l)-[:HAS_WORK_AREA]->(:WorkArea)-[:HAS_TASK]->(:WorkTask)-[:HAS_REQUIREMENT]->(r:SkillRequirement)
WHERE {self._uncovered()}""",
            f"CASE {self._if_weak()}WHEN {self._closed()} THEN 'NOT_COVERED' ELSE 'UNKNOWN' END",
        )

    def of_closed(self) -> Collected[RecordRow]:
        """Go bottom-up from what was looked for in vain: few requirements were, and fewer are covered by nothing."""
        certificate = f"k.id = {self._request['certificate']}" if self._request.has("certificate") else "true"
        no_matches = f"MATCH (n:Alignment)-[:ALIGNED_TO]->(r:SkillRequirement) WHERE {self._no_match('n')}"
        in_vain = (
            f"MATCH (v:Review)-[:CONCLUDES_ON]->(r:SkillRequirement){self._of_review()}",
            *(found_nowhere(side, no_matches) for side in self._sides),
            *(self._weakly_covered(side) for side in self._sides if self._has_partly),
        )
        return self._ranked(
            f"""
{self._start}CALL () {{ {" UNION ".join(f"{each} RETURN r" for each in in_vain)} }}
WITH DISTINCT {self._kept}r WHERE {self._uncovered()}
MATCH (r)<-[:HAS_REQUIREMENT]-(:WorkTask)<-[:HAS_TASK]-(:WorkArea)<-[:HAS_WORK_AREA]-{NEWEST_LEVEL}
WHERE {self._is_of_level}
MATCH (l)<-[:HAS_STANDARD_LEVEL]-(:SkillStandard)<-[:HAS_STANDARD]-(k:Certificate) WHERE {certificate}
WITH k, collect(r) AS requirements
MATCH (k)-[u:SUITS]->(m:Major) WHERE {self._counts()}
WITH k, requirements, count(DISTINCT m) AS programmes UNWIND requirements AS r""",
            f"CASE {self._if_weak()}ELSE 'NOT_COVERED' END" if self._has_partly else "'NOT_COVERED'",
        )

    def _ranked(self, found: str, state: str) -> Collected[RecordRow]:
        request = self._request
        split = bool(_SPLIT & request.selected)
        columns = record(
            GAP,
            programmes="programmes",
            programmesReviewed="reviewed" if split else "0",
            programmesOpen="open" if split else "0",
            programmesOther="programmes - reviewed - open" if split else "0",
            state="state",
            grounds=self._grounds(),
            certificate=request.project("certificate", "k", "Certificate"),
            requirement=request.project("requirement", "r", "SkillRequirement"),
            majors=self._majors(),
        )
        ranked = f"WITH k, programmes, r ORDER BY programmes DESC, r.id, k.id LIMIT {request['first']}"
        kept = f"WITH k, programmes, r, {state} AS state"
        return collected("\n".join([found.strip(), ranked, kept, *(self._programmes() if split else ())]), columns)

    def _programmes(self) -> Iterator[str]:
        """Split the majors by what is known of each: what closed the search, what is weak, what is open."""
        closed = [path for side in self._sides for path in self._closed_for(side)]
        weak = [self._weak_for(side) for side in self._sides] if self._has_partly else []
        suits = f"MATCH (k)-[u:SUITS]->(m:Major) WHERE {self._counts()}"
        yield f"WITH k, programmes, r, state, {_ids(suits, closed)} AS closed, {_ids(suits, weak)} AS weak"
        held = " OR ".join(map(_has_programme, self._sides))
        with_result = f"{suits} AND m.id IN CASE state WHEN '{PARTLY_COVERED}' THEN weak ELSE closed END"
        undecided = f"{suits} AND NOT m.id IN closed AND NOT m.id IN weak AND ({held})"
        reviewed, undecided = (f"size({_ids(each, [''])})" for each in (with_result, undecided))
        yield f"WITH k, programmes, r, state, {reviewed} AS reviewed, {undecided} AS open"

    def _closed_for(self, side: CourseSide) -> Iterator[str]:
        """Write what leads to the majors ``m`` for whose programmes ``r`` was looked for in vain."""
        of_major = f"-[:{side.of_major}]->(m)"
        yield f"MATCH (r)<-[:CONCLUDES_ON]-(v:Review)-[:{side.reviews}]->(:{side.holder}){of_major}{self._of_review()}"
        one, all_of = (self._no_match(each) for each in "no")
        yield (
            f"MATCH (r)<-[:ALIGNED_TO]-(n:Alignment)-[:{side.aligns}]->(:{side.course})<-[:{side.holds}]-"
            f"(s:{side.holder}){of_major} WHERE {one} AND {without_match(side, 's', all_of)}"
        )

    def _weak_for(self, side: CourseSide) -> str:
        """Write what leads to the majors ``m`` whose programmes cover ``r`` by a link, of which all are weak here."""
        counts = where(*self._of_evidence("x", in_force("x", "$value")))
        return (
            f"MATCH (r)<-[x:{side.covers}]-(:{side.course})<-[:{side.holds}]-(:{side.holder})-[:{side.of_major}]->(m)"
            f"{counts}"
        )

    def _closed(self) -> str:
        """Write whether the requirement ``r`` was looked for in vain."""
        one, all_of = (self._no_match(each) for each in "no")
        in_vain = (
            f"MATCH (r)<-[:CONCLUDES_ON]-(v:Review){self._of_review()} RETURN v",
            *(
                f"MATCH (r)<-[:ALIGNED_TO]-(n:Alignment)-[:{side.aligns}]->(:{side.course})<-[:{side.holds}]-(s) "
                f"WHERE {one} AND {without_match(side, 's', all_of)} RETURN s"
                for side in self._sides
            ),
        )
        return " OR ".join(map(cypher.exists, in_vain))

    def _grounds(self) -> str:
        if "grounds" not in self._request.selected:
            return "[]"
        reviewed = f"MATCH (r)<-[:CONCLUDES_ON]-(v:Review){self._of_review()}"
        return cypher.collect(reviewed, "RETURN DISTINCT v.ground ORDER BY v.ground")

    def _no_match(self, alignment: str) -> str:
        """Write that an alignment says of a course, and by what counts, that it does not match."""
        return " AND ".join((no_match(alignment), *self._of_evidence(alignment, in_force(alignment, "$value"))))

    def _of_review(self) -> str:
        grounds = conditions(self._request, self._narrow, {"grounds": "v.ground IN $value"})
        # A review is of one side or the other: of both, there is nothing to look at.
        sides = self._sides if len(self._sides) == 1 else ()
        searched = [cypher.exists(f"MATCH (v)-[:{side.reviews}]->(:{side.holder})") for side in sides]
        return where(*self._of_evidence("v", closed_by("v", "$value")), *grounds, *searched)

    def _of_evidence(self, variable: str, day: str) -> list[str]:
        """Write by which bases and on which day evidence counts."""
        known = {"evidenceBasis": f"{variable}.basis IN $value", "asOf": day}
        return conditions(self._request, self._narrow, known)

    def _counts(self) -> str:
        """Write which majors count: in force, suited by a statement of these bases, and within the filters."""
        known = {"basis": "u.basis IN $value", "relations": "u.relation IN $value", **OF_MAJOR}
        return " AND ".join((IN_FORCE, *conditions(self._request, self._narrow, known)))

    def _weakly_covered(self, side: CourseSide) -> str:
        """Write the requirements ``r`` that a link of too little strength leads to."""
        weak = f"x.strength < {self._request['sufficientStrength']}"
        counts = where(*self._of_evidence("x", in_force("x", "$value")), weak)
        return f"MATCH (:{side.course})-[x:{side.covers}]->(r:SkillRequirement){counts}"

    def _if_weak(self) -> str:
        """Write the first case of the state of ``r``, of which no sufficient link is known: there is a weak one."""
        if not self._has_partly:
            return ""
        counts = where(*self._of_evidence("x", in_force("x", "$value")))
        weak = (f"MATCH (r)<-[x:{side.covers}]-(:{side.course}){counts}" for side in self._sides)
        return f"WHEN {' OR '.join(map(cypher.exists, weak))} THEN '{PARTLY_COVERED}' "

    def _uncovered(self) -> str:
        sufficient = [f"x.strength >= {self._request['sufficientStrength']}"] if self._has_partly else []
        whole = [*self._of_evidence("x", in_force("x", "$value")), *sufficient]
        if not self._is_of_real:
            return self._lacks(whole)
        day = [*conditions(self._request, self._narrow, {"asOf": in_force("x", "$value")}), *sufficient]
        return f"((NOT made_up AND {self._lacks(day)}) OR (made_up AND {self._lacks(whole)}))"

    def _lacks(self, counts: Sequence[str]) -> str:
        """Write that nothing covers the requirement ``r`` by a link ``x`` that counts."""
        if not counts:
            return " AND ".join(f"NOT (r)<-[:{side.covers}]-()" for side in self._sides)
        covered = (f"MATCH (r)<-[x:{side.covers}]-(:{side.course}){where(*counts)}" for side in self._sides)
        return " AND ".join(f"NOT {cypher.exists(each)}" for each in covered)

    def _majors(self) -> str:
        if "majors" not in self._request.selected:
            return "[]"
        return cypher.collect(
            f"MATCH (k)-[u:SUITS]->(m:Major) WHERE {self._counts()}",
            f"WITH DISTINCT m ORDER BY m.id LIMIT {MAJORS_LARGEST}",
            f"RETURN {self._request.project('majors', 'm', 'Major')}",
        )


def _has_programme(side: CourseSide) -> str:
    """Write whether there is a programme of this side for the major ``m``."""
    programme = f"MATCH (m)<-[:{side.of_major}]-(h:{side.holder})"
    return cypher.exists(programme, f"WHERE {published('h')}" if MODEL.node_types[side.holder].has_drafts else "")


def _ids(suits: str, paths: Sequence[str]) -> str:
    """Write the ids of the majors that suit and to which one of these paths leads; no path: of none."""
    found = (cypher.collect(suits, path, "RETURN DISTINCT m.id") for path in paths)
    return " + ".join(found) or "[]"
