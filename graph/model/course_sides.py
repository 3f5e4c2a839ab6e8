"""Which link holds, aligns, covers and reviews which kind of course, written once; the links are those of the model.

A course is one of a national teaching standard or a line of a college's training plan. Both are aligned, covered and
reviewed alike, over links of their own.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseSide:
    """A kind of course, the node type that holds it, and the links on which evidence of it rests."""

    course: str
    holder: str
    # From the holder to the course, and from the course to its outcomes.
    holds: str
    has_outcome: str
    # From an alignment to the course, from the course to a requirement, from a review to the holder.
    aligns: str
    covers: str
    reviews: str
    # From the holder to its major.
    of_major: str

    @property
    def evidence_paths(self) -> tuple["EvidencePath", "EvidencePath"]:
        """How an alignment is evidence of the course: it speaks of the course itself, or of one of its outcomes."""
        return EvidencePath(self, self.aligns), EvidencePath(self, ALIGNS_OUTCOME, self.has_outcome)


@dataclass(frozen=True, slots=True)
class EvidencePath:
    """A path between a course and the alignments that are evidence of it; ``outcome``: by way of its outcomes."""

    side: CourseSide
    aligns: str
    outcome: str | None = None

    @property
    def to_course(self) -> str:
        """Write the path from an alignment to the course."""
        return f"-[:{self.aligns}]->(:CourseOutcome)<-[:{self.outcome}]-" if self.outcome else f"-[:{self.aligns}]->"

    @property
    def to_alignment(self) -> str:
        """Write the path from the course to an alignment."""
        return f"-[:{self.outcome}]->(:CourseOutcome)<-[:{self.aligns}]-" if self.outcome else f"<-[:{self.aligns}]-"


ALIGNS_OUTCOME = "ALIGNS_OUTCOME"

STANDARD_SIDE = CourseSide(
    course="Course",
    holder="TeachingStandard",
    holds="HAS_COURSE",
    has_outcome="HAS_OUTCOME",
    aligns="ALIGNS",
    covers="COVERS",
    reviews="REVIEW_OF",
    of_major="STANDARD_OF",
)
TRAINING_PLAN_SIDE = CourseSide(
    course="PlanCourse",
    holder="TrainingPlan",
    holds="HAS_PLAN_COURSE",
    has_outcome="PLAN_HAS_OUTCOME",
    aligns="ALIGNS_PLAN_COURSE",
    covers="PLAN_COVERS",
    reviews="REVIEW_OF_PLAN",
    of_major="PLAN_FOR",
)
COURSE_SIDES = (STANDARD_SIDE, TRAINING_PLAN_SIDE)
SIDE_OF_COURSE: Mapping[str, CourseSide] = {each.course: each for each in COURSE_SIDES}
SIDE_OF_HOLDER: Mapping[str, CourseSide] = {each.holder: each for each in COURSE_SIDES}

EVIDENCE_PATHS = tuple(path for side in COURSE_SIDES for path in side.evidence_paths)

# The links derived from accepted alignments; graph/upkeep/cover_links.py compares them with those.
COVER_LINKS = tuple(each.covers for each in COURSE_SIDES)

# What an alignment speaks of, by node type: one link of each.
ALIGNED_SUBJECTS: Mapping[str, str] = {
    **{each.course: each.aligns for each in COURSE_SIDES},
    "CourseOutcome": ALIGNS_OUTCOME,
    "Major": "ALIGNS_MAJOR",
}
ALIGNED_TARGETS: Mapping[str, str] = {
    "SkillRequirement": "ALIGNED_TO",
    "WorkTask": "ALIGNED_TO_TASK",
    "WorkArea": "ALIGNED_TO_AREA",
}
