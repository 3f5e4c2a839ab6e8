"""What a hit is part of is written from fields of the model that lead to one node."""

from graph.model import MODEL
from graph.model.core import Ends
from resolvers.questions.finding.context import BELONGS_TO


def test_each_leads_to_the_one_node_above():
    sides = [MODEL.sides[kind][field] for kind, fields in BELONGS_TO.items() for field in fields]

    assert [side for side in sides if side.ends is not Ends.ONE] == []
