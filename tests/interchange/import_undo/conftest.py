"""The small graph that imports are tried on."""

from tests.interchange.standard_imports.conftest import small_graph

__all__ = ["small_graph"]
