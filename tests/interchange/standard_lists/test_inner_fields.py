"""Fields within the values of a listed record: what is not read of them is named as fields of the record are."""

import json

import pytest

from interchange.standard_lists.list_reading import read_list
from tests.interchange.standard_lists.made_lists import as_bytes, standard

INNER = [
    (
        [
            {
                "certificateId": "7",
                "certificateName": "示例（初级）",
                "certificateGrade": "1",
                "sort": 3,
                "memo": "",
                "fee": 90,
            }
        ],
        {"fileKey": "k", "fileName": "n", "fileSize": 12},
        ["certInfos.fee (2)", "certInfos.sort (2)", "standardUrl.fileSize (2)"],
    ),
    (
        json.dumps([{"grade": {"code": "2", "id": "x", "desc": "中级"}, "certName": "示例", "shortCertName": "例"}]),
        json.dumps({"list": [{"file_key": "k", "url": "u"}], "size": 1, "note": None}),
        ["certInfos.grade.id (2)", "certInfos.shortCertName (2)", "standardUrl.size (2)", "standardUrl.url (2)"],
    ),
    (["初级"], "k.pdf", []),
]


@pytest.mark.parametrize(("infos", "files", "named"), INNER)
def test_a_field_within_a_record_that_is_not_read_is_named_once(infos, files, named):
    records = [standard(certInfos=infos, standardUrl=files), standard(4, certInfos=infos, standardUrl=files)]
    reading = read_list(as_bytes(records))

    assert [(each.rule, each.records, each.subject) for each in reading.not_read] == [
        ("field-not-kept", (), each) for each in named
    ]
