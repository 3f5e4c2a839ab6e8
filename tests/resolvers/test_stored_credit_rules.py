"""Rules on credit conversion are the same from the graph as from the seed files, with where they were read."""

from pathlib import Path

from resolvers.stored_credit_rules import read_credit_rules
from seeds.credit_rules import read_credit_rules as read_seeds

DATA = Path(__file__).parents[2] / "seeds" / "data"


async def test_the_graph_gives_what_the_files_say(national):
    stored = await read_credit_rules(national.read)

    wanted = sorted(read_seeds([DATA]), key=lambda each: each.code)
    assert [each._replace(item=each.item or "") for each in stored] == wanted
    (first,) = [each for each in stored if each.code == "T01"]
    assert first.sources == ("https://sgzw.hnmeida.com.cn/info/1683/4393.htm",)
