"""A load may lose what the seeds list as taken out, with the links of it, and nothing else."""

import pytest

from graph.connection.database import Statement
from graph.errors import ReleaseError
from seeds.checks.check import check
from seeds.load import load

HEADER = "type,start,end,reason\n"
MAJOR, LISTED, REPLACED = "small/nodes/Major.csv", "small/links/LISTED_IN.csv", "small/links/REPLACED_BY.csv"
OLD = "Major:2015:610205,2015,610205,软件技术,ASSOCIATE,false,,,,REPORTED,Source:t.S2,\n"
OLD_REPLACED = "Major:2015:610205,Major:2021:510203,代码调整,REPORTED,Source:t.S2,\n"


def take_out_the_old_major(small) -> None:
    small.replace(MAJOR, OLD, "")
    small.replace(LISTED, "Major:2015:610205,Catalogue:2015,OFFICIAL,Source:t.S1,\n", "")
    small.replace(REPLACED, OLD_REPLACED, "")


async def reason_of(database) -> str | None:
    async def read(writer):
        return await writer.run(Statement("MATCH (r:Release) WHERE r.isCurrent RETURN r.lossReason"))

    return (await database.write(read))[0][0]


async def test_what_is_listed_may_go_with_its_links_and_the_release_keeps_the_reason(database, small):
    await load(database, small.path)
    take_out_the_old_major(small)
    small.write("LOSSES.csv", f"{HEADER}Major,Major:2015:610205,,没有来源\n")

    report = await load(database, small.path)

    assert report.removed == 3
    assert await reason_of(database) == "没有来源"


async def test_what_is_not_listed_still_needs_a_reason(database, small):
    await load(database, small.path)
    take_out_the_old_major(small)
    small.write("LOSSES.csv", f"{HEADER}LISTED_IN,Major:2015:610205,Catalogue:2015,不在该目录\n")

    with pytest.raises(ReleaseError) as refused:
        await load(database, small.path)

    assert refused.value.details["losses"] == {"Major": 1, "REPLACED_BY": 1}
    await load(database, small.path, allow_loss="撤销")
    assert await reason_of(database) == "撤销; 不在该目录"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{HEADER}Major,Major:2021:510203,,x\n", ("loss-there", 2, "start")),
        (f"{HEADER}Mayor,Mayor:1,,x\n", ("type-unknown", 2, "type")),
        (f"{HEADER}Major,Major:1,,\n", ("required", 2, "reason")),
        ("type,id\nMajor,Major:1\n", ("losses-columns", 1, "")),
    ],
)
def test_the_list_is_checked(small, text, expected):
    small.write("LOSSES.csv", text)

    (found,) = check(small.path).problems

    assert (found.kind, found.row, found.column, found.file) == (*expected, "LOSSES.csv")
