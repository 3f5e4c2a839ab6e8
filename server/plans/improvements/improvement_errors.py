"""Why a plan cannot be stated as a problem for the solver; each error names what to do about it."""

from collections.abc import Iterable, Sequence

from rapidfuzz import process

from graph.errors import UserError
from graph.model.codes import CERTIFICATE_LEVEL_CODE
from graph.model.core import Text
from graph.model.source_phrases import CREDIT_BODIES


class CourseNotInPlanError(UserError):
    """A name is of no course of the plan."""

    code = "COURSE_NOT_IN_PLAN"

    def __init__(self, name: str, courses: Sequence[str]) -> None:
        near = [each for each, _, _ in process.extract(name, courses, limit=3, score_cutoff=50)]
        en, zh = (f"; near: {', '.join(near)}", f"；相近的有：{'、'.join(near)}") if near else ("", "")
        super().__init__(
            f"The plan has no course {name} with a semester{en}.",
            f"方案中没有开设学期明确的课程“{name}”{zh}。",
            near=near,
        )


class CourseHeldError(UserError):
    """A course is to begin elsewhere, and cannot move."""

    code = "COURSE_HELD"

    def __init__(self, name: str, reason: Text) -> None:
        super().__init__(
            f"{name} cannot move: {reason.english} Leave out where it may begin.",
            f"“{name}”不能调整：{reason.chinese}请不要指定其开课学期。",
        )


class CourseBeginsError(UserError):
    """A course is to begin where it cannot be taught."""

    code = "COURSE_BEGINS"

    def __init__(self, name: str, semesters: Iterable[int]) -> None:
        numbers = ", ".join(map(str, semesters))
        super().__init__(
            f"{name} cannot be taught from any of these semesters on; the plan has {numbers}.",
            f"“{name}”不能从所给学期开设；方案的学期为 {numbers}。",
        )


class LevelNotInStandardError(UserError):
    """The standard has no requirements of this level."""

    code = "LEVEL_NOT_IN_STANDARD"

    def __init__(self, certificate: str, level: str) -> None:
        levels = tuple(CERTIFICATE_LEVEL_CODE.codes)
        super().__init__(
            f"No requirements of {certificate} at level {level} are known. Levels are {', '.join(levels)}.",
            f"未收录 {certificate} 在 {level} 等级的技能要求。等级为 {'、'.join(levels)}。",
        )


class CreditRulesChoiceError(UserError):
    """No rules, or rules of several colleges, go by this name."""

    code = "CREDIT_RULES_CHOICE"

    def __init__(self, name: str | None, bodies: Sequence[str]) -> None:
        labels = (CREDIT_BODIES.label_of(each, "CHINESE") or each for each in bodies)
        shown, shown_zh = "; ".join(bodies) or "none", "；".join(labels) or "无"
        super().__init__(
            f"Rules on credits of {name or '?'} are not known, or not one college's. Name one of them: {shown}.",
            f"没有“{name or '？'}”的学分转换规则，或不止一所院校。请指定其一：{shown_zh}。",
            bodies=list(bodies),
        )


class NoCertificatesError(UserError):
    """The plan names no certificates."""

    code = "PLAN_WITHOUT_CERTIFICATES"

    def __init__(self) -> None:
        super().__init__(
            "The plan has no table of certificates. Add one; the form for training plans has a sheet for it.",
            "方案中没有证书及等级表。请补充；人才培养方案模板中有此表。",
        )
