"""Root fields that the process answers by itself, next to those that the graph answers by a statement."""
