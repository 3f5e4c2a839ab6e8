"""Nodes and links created in batches."""

from graph.connection.database import Database, Statement
from graph.model import MODEL
from graph.upkeep import bulk


def test_batches_are_bounded_and_lose_nothing(monkeypatch):
    monkeypatch.setattr(bulk, "BATCH", 2)

    assert list(bulk.batches(iter(range(5)))) == [[0, 1], [2, 3], [4]]
    assert list(bulk.batches([])) == []


async def test_nodes_and_links_are_created_with_their_values_and_counted(database: Database):
    provinces = [{"values": {"id": f"Province:{name}", "name": name}} for name in ("四川", "云南")]
    cities = [{"values": {"id": "City:成都", "name": "成都"}}]
    in_province = next(each for each in MODEL.relationships.values() if (each.start, each.end) == ("City", "Province"))
    links = [
        {"start": "City:成都", "end": "Province:四川", "values": {"basis": "OFFICIAL"}},
        {"start": "City:成都", "end": "Province:none", "values": {"basis": "OFFICIAL"}},
    ]

    async def work(writer):
        steps = [
            (bulk.create_nodes("Province"), provinces),
            (bulk.create_nodes("City"), cities),
            (bulk.create_links(in_province), links),
        ]
        return [await writer.run(Statement(text, {"rows": rows})) for text, rows in steps]

    assert await database.write(work) == [[[2]], [[1]], [[1]]]
    text = f"MATCH (c:City)-[l:{in_province.type}]->(p:Province) RETURN c.name, l.basis, p.name"
    assert await database.read(Statement(text)) == [["成都", "OFFICIAL", "四川"]]
