"""The columns of a file of nodes or links: what a row holds, in its order."""

from graph.model.core import LINK_FACT, NodeType, Property, Relationship, Text


def node_columns(node_type: NodeType) -> list[Property]:
    """Give the columns that every node file has: what is stored, without what the loader makes or documents alone say."""
    return [each for each in node_type.stored if not (each.internal or each.imported) or each.name == "sourceIds"]


def optional_columns(node_type: NodeType) -> list[Property]:
    """Give the columns that a node file may have besides: what as a rule only an imported document says."""
    return [each for each in node_type.stored if each.imported and not each.internal]


def link_columns(relationship: Relationship) -> list[Property]:
    """Give the columns of a link file: both ends, its own properties, and on what it rests."""
    ends = (
        Property(
            name="start",
            description=Text(f"Id of the {relationship.start}.", f"{relationship.start} 的 id。"),
            required=True,
        ),
        Property(
            name="end", description=Text(f"Id of the {relationship.end}.", f"{relationship.end} 的 id。"), required=True
        ),
    )
    return [*ends, *relationship.properties, *LINK_FACT]
