"""The 1+X graph model: every node type and relationship, written once as data."""

from graph.model import (
    alignments,
    catalogue,
    certificates,
    changes,
    colleges,
    double_high,
    evidence,
    occupational_standards,
    outcomes,
    policies,
    rules,
    skill_standards,
    standard_listings,
    teaching,
    training_plan_parts,
    training_plans,
    undergraduate,
)
from graph.model.core import Model

_FILES = (
    evidence,
    policies,
    catalogue,
    undergraduate,
    teaching,
    occupational_standards,
    certificates,
    skill_standards,
    colleges,
    double_high,
    training_plans,
    training_plan_parts,
    outcomes,
    rules,
    alignments,
    changes,
    standard_listings,
)

MODEL = Model(
    node_types={each.name: each for file in _FILES for each in file.NODES},
    relationships={each.type: each for file in _FILES for each in file.RELATIONSHIPS},
)

# What a mutation may write: alignments and reviews, the trail, training plans with their parts, and sources, of which
# drafts are.
# Their derived cover links belong to them. All else a load or an import alone writes.
EDITED_TYPES = frozenset(
    {"Alignment", "Review", changes.CHANGE.name, *(each.name for each in MODEL.node_types.values() if each.has_drafts)}
)
