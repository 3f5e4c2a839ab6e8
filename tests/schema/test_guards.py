"""A guard that the one statement would skip stops the start, wherever in the schema somebody puts it."""

import subprocess
import sys

import pytest
import strawberry
from strawberry.extensions import FieldExtension, QueryDepthLimiter
from strawberry.permission import BasePermission

from resolvers.editing.registry import MUTATIONS
from schema.build import build_schema
from schema.guards import GuardedFieldError, require_no_guards
from tests.conftest import ROOT


class OnlyTeachers(BasePermission):
    message = "no"

    def has_permission(self, source, info, **kwargs):
        return False


class Upper(FieldExtension):
    def resolve(self, next_, source, info, **kwargs):
        return next_(source, info, **kwargs).upper()


def schema_with(*, deep=None, change=None, **options) -> strawberry.Schema:
    """Make a schema whose guards, if any, stand below an interface and at a mutation."""

    @strawberry.interface
    class Named:
        name: str

    @strawberry.type
    class Deep(Named):
        secret: str = deep or strawberry.field(default="")

    @strawberry.type
    class Query:
        named: Named | None = None

    @strawberry.type
    class Mutation:
        write: str = change or strawberry.field(default="")

    return strawberry.Schema(Query, Mutation, types=[Deep], **options)


def test_our_schema_and_one_without_guards_pass():
    require_no_guards(build_schema(MUTATIONS))
    require_no_guards(schema_with())


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ({"deep": strawberry.field(default="", permission_classes=[OnlyTeachers])}, "Deep.secret (OnlyTeachers)"),
        ({"deep": strawberry.field(default="", extensions=[Upper()])}, "Deep.secret (Upper)"),
        ({"change": strawberry.field(default="", permission_classes=[OnlyTeachers])}, "Mutation.write (OnlyTeachers)"),
        ({"extensions": [lambda: QueryDepthLimiter(3)]}, "schema (function)"),
    ],
    ids=["permission", "extension", "mutation", "schema"],
)
def test_a_guard_is_refused_with_the_name_of_its_field(options, named):
    with pytest.raises(GuardedFieldError) as told:
        require_no_guards(schema_with(**options))

    assert named in told.value.en
    assert named in told.value.zh


@pytest.mark.slow
def test_the_start_fails_when_a_field_of_ours_gets_a_guard(tmp_path):
    """The whole program, with one field of the real schema guarded before it starts.

    Where documents are registered the schema is made before the engine starts, which this test need not wait for.
    """
    program = """
import sys
from strawberry.permission import BasePermission
from schema import objects
from server.commands import main

class OnlyTeachers(BasePermission):
    pass

made = objects.record_field
def guarded(name, *rest, **more):
    field = made(name, *rest, **more)
    if name == "displayName":
        field.permission_classes = [OnlyTeachers]
    return field
objects.record_field = guarded
sys.argv = ["oneplusx", "serve"]
main.main()
"""
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "ONEPLUSX_PORT": "18732", "ONEPLUSX_TRUSTED_DOCUMENTS": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "GUARDED_FIELD" in done.stderr
    assert "Node.displayName (OnlyTeachers)" in done.stderr.replace("\n", " ")
