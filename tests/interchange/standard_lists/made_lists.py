"""Made-up lists of standards, in the forms in which the answers of the national platform are kept. No name is real."""

import json

CODE, NAME, ORGANIZATION = "990003", "示例网页开发", "示例科技（北京）有限公司"
GRADES = {"1": "初级", "2": "中级", "3": "高级"}


def standard(number: int = 3, **values) -> dict:
    """A record of a standard: three levels, one file."""
    name = values.pop("name", NAME if number == 3 else f"示例证书{number}")
    return {
        "standardId": f"made-{number}",
        "standardCode": f"99{number:04}",
        "standardName": f"{name}职业技能等级标准",
        "xzhOrgName": ORGANIZATION,
        "stateDt": "2021-12-01 00:00:00",
        "standardUrl": json.dumps([{"fileKey": f"made/{number}.pdf", "fileName": f"{name}.pdf"}], ensure_ascii=False),
        "certInfos": [
            {"certificateId": f"made-{number}-{code}", "certificateName": name, "certificateGrade": {"code": code}}
            for code in GRADES
        ],
        **values,
    }


def certificate(grade: str = "1", **values) -> dict:
    """A record of one level of a certificate."""
    return {
        "certificateId": f"made-3-{grade}",
        "certificateName": NAME,
        "certificateDesc": "面向示例岗位。",
        "certificateGrade": {"code": grade, "name": GRADES[grade]},
        "xzhOrgName": ORGANIZATION,
        "stateDt": "2021-12-02",
        **values,
    }


def answer(*records, total: int | None = None) -> dict:
    return {"code": 200, "data": {"records": list(records), "total": len(records) if total is None else total}}


def as_bytes(value) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def as_lines(*values) -> bytes:
    return b"\n".join(map(as_bytes, values)) + b"\n"
