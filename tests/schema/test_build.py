"""A schema is made whole: no second thread makes one meanwhile, whose types would mix with these."""

from resolvers.editing.registry import MUTATIONS
from schema import build
from schema.objects import make_objects


def test_only_one_thread_makes_a_schema_at_a_time(monkeypatch):
    kept_out: list[bool] = []

    def watched():
        kept_out.append(build.MAKING.locked())
        make_objects()

    monkeypatch.setattr("schema.build.make_objects", watched)

    build.executable_schema(MUTATIONS[:-1])

    assert kept_out == [True]
    assert not build.MAKING.locked()
