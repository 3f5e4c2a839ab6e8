"""A small good set of seeds, to be spoilt or changed by each test."""

from pathlib import Path

import pytest

from seeds.checks.check import check

FILES = {
    "small/SOURCE.md": "What the set is.\n",
    "small/nodes/Source.csv": "id,code,title,location,note\nSource:t.S1,t.S1,目录,,\nSource:t.S2,t.S2,新闻,,\n",
    "small/nodes/Catalogue.csv": (
        "id,edition,name,basis,sourceIds,sourceNote\n"
        "Catalogue:2015,2015,专业目录2015,OFFICIAL,Source:t.S1,\n"
        "Catalogue:2021,2021,专业目录2021,OFFICIAL,Source:t.S1,\n"
    ),
    "small/nodes/Major.csv": (
        "id,edition,code,name,educationLevel,isStateControlled,standardState,addedNotBefore,addedNotAfter,basis,sourceIds,sourceNote\n"
        "Major:2021:510203,2021,510203,软件技术,ASSOCIATE,false,,,,OFFICIAL,Source:t.S1,\n"
        "Major:2021:520201K,2021,520201K,护理,ASSOCIATE,true,,,,OFFICIAL,Source:t.S1|Source:t.S2,见附件\n"
        "Major:2015:610205,2015,610205,软件技术,ASSOCIATE,false,,,,REPORTED,Source:t.S2,\n"
    ),
    "small/nodes/Certificate.csv": (
        "id,name,aliases,isReportedByColleges,issuersAsReported,standardCode,batch,batchYear,batchBasis,levelsSeen,note,"
        "validFrom,validTo,basis,sourceIds,sourceNote\n"
        "Certificate:Web前端开发,Web前端开发,前端|Web开发,false,,,1,2019,list seen,,,2019-04-04,,OFFICIAL,Source:t.S1,\n"
    ),
    "small/nodes/Statistic.csv": (
        "id,code,subject,item,value,valueText,valueMin,valueMax,unit,asOf,asOfFrom,asOfTo,basis,sourceIds,sourceNote\n"
        "Statistic:1,1,学分银行,注册人数,2.5,2.5,,,万,2021,2021-01-01,2021-12-31,REPORTED,Source:t.S2,\n"
    ),
    "small/links/LISTED_IN.csv": (
        "start,end,basis,sourceIds,sourceNote\n"
        "Major:2021:510203,Catalogue:2021,OFFICIAL,Source:t.S1,\n"
        "Major:2021:520201K,Catalogue:2021,OFFICIAL,Source:t.S1,\n"
        "Major:2015:610205,Catalogue:2015,OFFICIAL,Source:t.S1,\n"
    ),
    "small/links/REPLACED_BY.csv": (
        "start,end,change,basis,sourceIds,sourceNote\n"
        "Major:2015:610205,Major:2021:510203,代码调整,REPORTED,Source:t.S2,\n"
    ),
}


class SeedFolder:
    """Seed files in a temporary folder."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, name: str, content: str | bytes) -> None:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())

    def text(self, name: str) -> str:
        return (self.path / name).read_bytes().decode()

    def replace(self, name: str, before: str, after: str) -> None:
        text = self.text(name)
        assert text.count(before) == 1, f"{before!r} stands {text.count(before)} times in {name}"
        self.write(name, text.replace(before, after))

    def append(self, name: str, line: str) -> None:
        self.write(name, self.text(name) + line + "\n")


def problems_of(folder: SeedFolder) -> list[tuple[str, str, int, str, str]]:
    """Check a folder, and give kind and place of what is wrong."""
    return [(each.kind, each.file, each.row, each.column, each.value) for each in check(folder.path).problems]


@pytest.fixture
def small(tmp_path: Path) -> SeedFolder:
    folder = SeedFolder(tmp_path / "data")
    for name, text in FILES.items():
        folder.write(name, text)
    return folder
