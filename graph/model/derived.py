"""Fields that are made of stored values when they are asked for: no column of theirs, nothing in the statement but those.

``slug`` of every node, ``namePinyin`` where the search knows the pinyin of a name, the code and the label of remarks that
are stored in English (``graph.model.phrases``), counts that are stored as lines of text, and of a rule on credits whose it
is and whether conversions are computed by it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from analysis.carried_rationales import earlier_requirement, rationale_in
from analysis.training_plans.improvement.conversion_rules import CreditRuleRow, is_computed, names_of_body
from graph.model.core import LINK_FACT, PINYIN, CodeList, NodeType, Property, Scalar, Search, Text
from graph.model.link_phrases import LINK_NOTES
from graph.model.phrases import (
    BATCH_BASES,
    CERTIFICATE_NOTES,
    MODULE_BASES,
    OUTLINE_NOTES,
    PEOPLE,
    PILOT_AREAS,
    PILOT_CERTIFICATES,
    PILOT_METRICS,
    PILOT_NOTES,
    PILOT_PLACES,
    PILOT_UNITS,
    RULE_NOTES,
    Phrases,
)
from graph.model.slugs import slug_of
from graph.model.source_phrases import (
    CREDIT_BODIES,
    CREDIT_ITEMS,
    CREDIT_NOTES,
    CREDIT_VALUES,
    LINE_NOTES,
    PLAN_STANDARD_NOTES,
    SOURCE_NOTES,
)

# What makes the value: of the stored values, and of a language (a code of ``Language``).
Make = Callable[[Sequence[Any], str], Any]


@dataclass(frozen=True, slots=True)
class RowType:
    """The object type of a derived list: its objects are rows of these values."""

    name: str
    description: Text
    columns: tuple[Property, ...]


@dataclass(frozen=True, slots=True)
class DerivedField:
    """A derived field: what it is, the stored properties that it is made of, and how.

    ``is_in_language``: it takes the argument ``language``. ``rows``: it is a list of objects of this type.
    """

    field: Property
    of: tuple[Property, ...]
    make: Make
    is_in_language: bool = False
    rows: RowType | None = None


def derived_fields(node_type: NodeType) -> tuple[DerivedField, ...]:
    """Give the derived fields of a node type."""
    return tuple(_fields(node_type))


def derived_codes() -> Iterator[CodeList]:
    """Give the code lists that only derived fields have."""
    for each in {id(found): found for found in PHRASED.values()}.values():
        if each.code_list:
            yield each.code_list


def _fields(node_type: NodeType) -> Iterator[DerivedField]:
    yield DerivedField(SLUG, (node_type.by_name["id"],), _slug)
    if _has_pinyin_of_name(node_type):
        yield DerivedField(NAME_PINYIN, (node_type.by_name["name"], PINYIN), _name_pinyin)
    for prop in node_type.stored:
        phrases = PHRASED.get((node_type.name, prop.name))
        if phrases:
            yield from _of_phrases(prop, phrases)
    if node_type.name == "Alignment":
        yield DerivedField(RATIONALE, (node_type.by_name["rationale"],), _rationale, is_in_language=True)
        yield DerivedField(EARLIER_REQUIREMENT, (node_type.by_name["rationale"],), _earlier_requirement)
    if node_type.name == "Release":
        yield DerivedField(TYPE_COUNTS, (node_type.by_name["counts"],), _type_counts, rows=TYPE_COUNT)
    if node_type.name == "CreditRule":
        yield DerivedField(BODY_NAMES, (node_type.by_name["body"],), _body_names)
        yield DerivedField(IS_COMPUTED, tuple(node_type.by_name[each] for each in _COMPUTED_OF), _is_computed)


# ---- slugs

SLUG = Property(
    name="slug",
    description=Text(
        "Short name of the node for addresses, made of its id and as stable: its type and ten letters or digits. "
        "`node(slug:)` takes it, the explorer opens it at `/s/`.",
        "节点的短名，用于网址；由 id 得出，与 id 同样稳定：类型加十位字母或数字。可用于 `node(slug:)`，浏览页面的地址为 `/s/` 加短名。",
    ),
    required=True,
)


def _slug(values: Sequence[Any], _: str) -> str | None:
    return slug_of(values[0]) if isinstance(values[0], str) else None


# ---- pinyin

NAME_PINYIN = Property(
    name="namePinyin",
    description=Text(
        "The name in pinyin, as the search finds it: without tones and spaces, other letters as they are. It is no English "
        "name: where no source gives one, there is none. Null: the name has no Chinese characters.",
        "名称的拼音，与检索所用相同：不带声调与空格，其他字母照录。来源没有给出英文名称时不另拟。null：名称不含汉字。",
    ),
)


def _has_pinyin_of_name(node_type: NodeType) -> bool:
    """Whether the pinyin of a type begins with that of its names: what is searched before them are codes in ASCII."""
    names = [each for each in node_type.searched if each.search is not Search.CODE]
    return node_type.name not in _CHINESE_CODES and bool(names) and names[0].name == "name"


# Their codes have Chinese characters.
_CHINESE_CODES = frozenset({"Policy", "Source"})


def _name_pinyin(values: Sequence[Any], _: str) -> str | None:
    name, pinyin = values
    if not isinstance(name, str) or not isinstance(pinyin, str) or name.isascii():
        return None
    return next(iter(pinyin.split()), None)


# ---- remarks that are stored in English

PHRASED: Mapping[tuple[str, str], Phrases] = {
    ("PilotRecord", "metric"): PILOT_METRICS,
    ("PilotRecord", "unit"): PILOT_UNITS,
    ("PilotRecord", "area"): PILOT_AREAS,
    ("PilotRecord", "institution"): PILOT_PLACES,
    ("PilotRecord", "certificateText"): PILOT_CERTIFICATES,
    ("PilotRecord", "note"): PILOT_NOTES,
    ("Course", "moduleBasis"): MODULE_BASES,
    ("Certificate", "batchBasis"): BATCH_BASES,
    ("Certificate", "note"): CERTIFICATE_NOTES,
    ("OutlineTopic", "note"): OUTLINE_NOTES,
    ("Rule", "note"): RULE_NOTES,
    ("CreditRule", "body"): CREDIT_BODIES,
    ("CreditRule", "item"): CREDIT_ITEMS,
    ("CreditRule", "value"): CREDIT_VALUES,
    ("CreditRule", "note"): CREDIT_NOTES,
    ("Source", "note"): SOURCE_NOTES,
    ("PlanCourse", "sourceNote"): LINE_NOTES,
    ("Alignment", "author"): PEOPLE,
    ("Alignment", "reviewer"): PEOPLE,
    ("Review", "reviewer"): PEOPLE,
}


# Of links, by their type and property.
PHRASED_OF_LINKS: Mapping[tuple[str, str], Phrases] = {("FOLLOWS_STANDARD", "sourceNote"): PLAN_STANDARD_NOTES}


def link_note_label(relationship: str, note: object, language: str) -> str | None:
    """Write the remark on a link in a language; one that is not known, or only in part, as it stands."""
    return PHRASED_OF_LINKS.get((relationship, "sourceNote"), LINK_NOTES).label_of(note, language)


def derived_of_link(relationship: str) -> tuple[DerivedField, ...]:
    """Give the derived fields of the links of a relationship."""
    phrased = ((prop, PHRASED_OF_LINKS.get((relationship, prop.name))) for prop in LINK_FACT)
    return tuple(field for prop, phrases in phrased if phrases for field in _of_phrases(prop, phrases))


def _of_phrases(prop: Property, phrases: Phrases) -> Iterator[DerivedField]:
    if phrases.code_list:
        code = Property(
            name=f"{prop.name}Code",
            type=phrases.code_list,
            description=Text(
                f"`{prop.name}` as a code. Null: it is none of these.", f"`{prop.name}` 的代码。null：不在代码表中。"
            ),
        )
        yield DerivedField(code, (prop,), lambda values, _: phrases.code_of(values[0]))
    label = Property(
        name=f"{prop.name}Label",
        description=Text(
            f"`{prop.name}` in a language. What has no translation here stands as in the data. Null: there is none.",
            f"`{prop.name}` 的中文或英文写法；没有译文的按数据原样给出。null：没有内容。",
        ),
    )
    yield DerivedField(
        label, (prop,), lambda values, language: phrases.label_of(values[0], language), is_in_language=True
    )


# ---- why an alignment is suggested

RATIONALE = Property(
    name="rationaleLabel",
    description=Text(
        "`rationale` in a language: what we say of an alignment that is carried to a new version of its standard or plan. "
        "What a person wrote stands as it is. Null: there is none.",
        "`rationale` 的中文或英文写法：对接沿用到标准或方案新版本时由系统写出的说明。人写的内容照录。null：没有内容。",
    ),
)


EARLIER_REQUIREMENT = Property(
    name="earlierRequirement",
    description=Text(
        "What the requirement said in the version of its standard from which the alignment was carried. Null: it was "
        "not carried, or the words did not change.",
        "对接沿用自标准旧版本时，该技能要求在旧版本中的原文。null：不是沿用的，或文字未变。",
    ),
)


def _earlier_requirement(values: Sequence[Any], _: str) -> str | None:
    return earlier_requirement(values[0]) if isinstance(values[0], str) else None


def _rationale(values: Sequence[Any], language: str) -> str | None:
    return rationale_in(values[0], language) if isinstance(values[0], str) else None


# ---- counts of a release

TYPE_COUNT = RowType(
    "TypeCount",
    Text("How many nodes or links of a type a release has.", "一个数据版本中某一类型的节点或关系的数量。"),
    (
        Property(
            name="type",
            description=Text("Node type or relationship type, such as `Major`.", "节点类型或关系类型，如 `Major`。"),
            required=True,
        ),
        Property(name="count", type=Scalar.INT, description=Text("How many.", "数量。"), required=True),
    ),
)
TYPE_COUNTS = Property(
    name="typeCounts",
    many=True,
    description=Text("Counts by node type and relationship type.", "各节点类型与关系类型的数量。"),
)


def _type_counts(values: Sequence[Any], _: str) -> list[tuple[str, int]]:
    lines = values[0] if isinstance(values[0], list) else []
    parts = (each.rpartition(" ") for each in lines if isinstance(each, str))
    return [(name, int(count)) for name, _, count in parts if count.isdecimal()]


# ---- rules on credits

BODY_NAMES = Property(
    name="bodyNames",
    many=True,
    description=Text(
        "The names of who set it, one by one: the present one, and a former one that `body` adds. A plan of a college of "
        "one of these names is under it.",
        "制定者的各个名称：现用名，以及 `body` 中注明的原名。院校名称为其中之一的方案适用该规则。",
    ),
)
IS_COMPUTED = Property(
    name="isComputed",
    type=Scalar.BOOLEAN,
    required=True,
    description=Text(
        "Whether `planCreditConversion` computes by it. Others, such as steps of an application, it only names.",
        "`planCreditConversion` 是否按其计算；其余规则（如申请步骤）只列出。",
    ),
)
_COMPUTED_OF = ("kind", "certificateLevel", "value", "valueMax", "unit", "note")


def _body_names(values: Sequence[Any], _: str) -> list[str]:
    return names_of_body(values[0]) if isinstance(values[0], str) else []


def _is_computed(values: Sequence[Any], _: str) -> bool:
    kind, level, value, most, unit, note = values
    return is_computed(CreditRuleRow("", "", kind, "", level, value or "", most, unit, note or ""))
