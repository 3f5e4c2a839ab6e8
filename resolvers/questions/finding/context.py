"""Where a node that was found belongs: the names above it, the outermost first, as a reader needs to tell two apart."""

from graph.model import MODEL
from graph.model.codes import CERTIFICATE_LEVEL_CODE
from graph.model.core import Side

# The fields that lead from a node to what it is part of: the first that is there.
BELONGS_TO = {
    "RecruitmentField": ("policy",),
    "MajorCategory": ("catalogue",),
    "MajorClass": ("category",),
    "Major": ("majorClass",),
    "TeachingStandard": ("major",),
    "Course": ("teachingStandard",),
    "OccupationGroup": ("parent",),
    "Occupation": ("group",),
    "WorkArea": ("standardLevel",),
    "WorkTask": ("workArea",),
    "SkillRequirement": ("task",),
    "City": ("province",),
    "College": ("city", "province"),
    "ProgrammeGroup": ("college",),
    "TrainingPlan": ("college",),
    "PlanCourse": ("trainingPlan",),
    "RuleSet": ("college",),
}
# Groups of occupations lie in groups: no chain is longer.
STEPS_LARGEST = 4


def context_of(variable: str, kind: str, steps: int = STEPS_LARGEST) -> str:
    """Write the list of the names above a node, as many as there are."""
    fields = BELONGS_TO.get(kind, ()) if steps else ()
    ways = [_by_way_of(MODEL.sides[kind][each], variable, steps) for each in fields]
    return f"coalesce({', '.join(ways)}, [])" if ways else "[]"


def _by_way_of(side: Side, variable: str, steps: int) -> str:
    above = f"above{steps}"
    names = [context_of(above, side.target, steps - 1), *_name(side, above)]
    return f"head([{side.pattern(variable, '', f'{above}:{side.target}')} | {' + '.join(names)}])"


def _name(side: Side, variable: str) -> list[str]:
    """Write the name of what lies above, none where it is the name of the node below."""
    title = f"{variable}.{MODEL.node_types[side.target].title}"
    if side.owner == "TeachingStandard":
        return []
    # A level bears the name of its certificate.
    return [f"[{title} + {_level(variable)}]" if side.target == "StandardLevel" else f"[{title}]"]


def _level(variable: str) -> str:
    names = {code: text.chinese.partition("；")[0].rstrip("。") for code, text in CERTIFICATE_LEVEL_CODE.codes.items()}
    cases = " ".join(f"WHEN '{code}' THEN '（{name}）'" for code, name in names.items())
    return f"CASE {variable}.level {cases} ELSE '' END"
