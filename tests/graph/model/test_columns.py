"""The columns of files of nodes and links."""

from graph.model import MODEL
from graph.model.columns import link_columns, node_columns


def test_a_node_file_holds_what_is_stored_but_what_the_loader_makes():
    names = [each.name for each in node_columns(MODEL.node_types["JobRole"])]

    assert names[0] == "id"
    assert {"name", "basis", "sourceIds"} <= set(names)
    assert "pinyin" not in names


def test_a_link_file_holds_both_ends_its_own_properties_and_its_basis():
    covers = MODEL.relationships["COVERS"]
    names = [each.name for each in link_columns(covers)]

    assert names[:2] == ["start", "end"]
    assert names[2 : 2 + len(covers.properties)] == [each.name for each in covers.properties]
    assert names[-3:] == ["basis", "sourceIds", "sourceNote"]
