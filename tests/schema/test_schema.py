"""The schema: committed, described, and pointing the right way."""

from pathlib import Path

import pytest
from graphql import DirectiveLocation, GraphQLEnumType, GraphQLInputObjectType, GraphQLInterfaceType, GraphQLObjectType

from resolvers.identify import Request
from resolvers.request.documents import RefusedError, check_document
from schema.build import executable_schema, sdl
from tests.golden.make import run_counted

# Where a directive can stand in an operation.
EXECUTABLE = frozenset(
    DirectiveLocation[each]
    for each in ("QUERY", "MUTATION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT")
)
SDL = Path(__file__).resolve().parents[2] / "schema" / "schema.graphql"


def test_the_committed_sdl_is_the_schema():
    assert SDL.read_text(encoding="utf-8") == sdl(), "run `make sdl` and read the diff"


def _is_bilingual(description: str | None) -> bool:
    """Whether the first half is English and the last line Chinese."""
    english, _, chinese = (description or "").partition("\n")
    return bool(english) and any("\u4e00" <= each <= "\u9fff" for each in chinese)


def test_everything_has_a_description_in_both_languages():
    bare = []
    for name, kind in executable_schema().type_map.items():
        if name.startswith("__") or name in {"String", "Int", "Float", "Boolean", "ID"}:
            continue
        if not _is_bilingual(kind.description):
            bare.append(name)
        if isinstance(kind, GraphQLEnumType):
            bare += [f"{name}.{each}" for each, value in kind.values.items() if not _is_bilingual(value.description)]
        if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
            for field_name, field in kind.fields.items():
                if not _is_bilingual(field.description):
                    bare.append(f"{name}.{field_name}")
                for argument_name, argument in getattr(field, "args", {}).items():
                    if not _is_bilingual(argument.description):
                        bare.append(f"{name}.{field_name}({argument_name})")
    assert bare == []


def test_a_description_says_whole_what_it_says():
    """A reader of one field sees no other."""
    lines = [each.strip() for each in SDL.read_text(encoding="utf-8").splitlines()]
    assert [each for each in lines if each.startswith(("The same,", "同上", "What it does.", "做什么。"))] == []


def test_no_directive_reaches_the_planner_but_those_it_knows():
    """A new one needs an answer in ``resolvers/request/selection.py``, which would plan a field as if it were not there."""
    known = {each.name for each in executable_schema().directives if EXECUTABLE.intersection(each.locations)}
    assert known == {"skip", "include"}

    for unknown in ("@defer", "@stream", "@made(up: 1)"):
        with pytest.raises(RefusedError, match="Unknown directive"):
            check_document(executable_schema(), f"{{ majors {unknown} {{ totalCount }} }}")


DIRECTIONS = """{
  old: major(code: "610205", edition: "2015") { successors { code } }
  new: major(code: "510203") { predecessors(where: {code: {eq: "610205"}}) { code edition } }
  category: majorCategory(name: "电子与信息大类") { classes(where: {name: {eq: "计算机类"}}) { name } }
  task: workTask(standardCode: "510084", standardVersion: "2.0", level: ELEMENTARY, code: "1.1") {
    workArea { code }
    requirements(where: {code: {eq: "1.1.1"}}) { code task { code } }
  }
  organization(name: "天津东软睿道教育信息技术有限公司") { certificates { nodes { name } } }
  city(code: "130100") { province { name } }
}"""


async def test_relationships_lead_the_right_way(national):
    ((answer, _),) = await run_counted(national, [Request(DIRECTIONS)])

    assert answer.data == {
        "old": {"successors": [{"code": "510203"}]},
        "new": {"predecessors": [{"code": "610205", "edition": "2015"}]},
        "category": {"classes": [{"name": "计算机类"}]},
        "task": {"workArea": {"code": "1"}, "requirements": [{"code": "1.1.1", "task": {"code": "1.1"}}]},
        "organization": {"certificates": {"nodes": [{"name": "JavaWeb应用开发"}]}},
        "city": {"province": {"name": "河北省"}},
    }
