"""The small graph that lists are imported into."""

from tests.interchange.standard_imports.conftest import small_graph

__all__ = ["small_graph"]
