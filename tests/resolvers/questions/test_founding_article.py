"""The example question on the founding article gives each of the 62 facts that it states."""

import re
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from resolvers.identify import Request
from tests.golden.make import run_counted

QUERY = Path(__file__).parents[3] / "docs" / "queries" / "what-the-founding-article-decided.graphql"


class Fact(NamedTuple):
    """A fact of the article: its number, the list of the answer that holds it, and what a node there must say.

    A text is looked for within the value; anything else must be equal.
    """

    number: int
    within: str
    node: dict[str, Any]


def policy(number: int, reference: str, **node: Any) -> Fact:
    return Fact(number, "policies", {"reference": reference, **node})


def rule(number: int, rule_set: str, **node: Any) -> Fact:
    return Fact(number, "rules", {"ruleSet": rule_set, **node})


def pilot(number: int, code: str, **node: Any) -> Fact:
    return Fact(number, "pilotRecords", {"code": code, **node})


MEETING = "国务院常务会议（2019-04-30）"
CALL = "关于持续招募职业教育培训评价组织的公告"
PILOT_PLAN, REFORM = "教职成〔2019〕6号", "国发〔2019〕4号"
SELECTION, RECRUITMENT = "PILOT_SELECTION_2019", "PILOT_RECRUITMENT_2019"
COLLEGES, ORGANISATION, INTEGRATION = "PILOT_COLLEGES_2019", "PILOT_ORGANISATION_2019", "PILOT_INTEGRATION_2019"
FIRST_SIX = ("建筑信息模型（BIM）", "Web前端开发", "物流管理", "老年照护", "汽车运用与维修", "智能新能源汽车")
INDUSTRIES = [
    "现代农业",
    "智能制造",
    "高端装备",
    "新一代信息技术",
    "生物医药",
    "节能环保",
    "新能源",
    "新材料",
    "数字创意",
]
INDUSTRIES += ["现代交通运输"]
SERVICES = ["养老", "家政", "托幼", "健康", "旅游"]
IN_SELECTION = ["工业机器人应用", "物联网技术", "焊接技术与自动化"]

FACTS = (
    policy(1, "1+1系列发布会第五场", issuedOn="2019-05-10", heldAt={"name": "重庆工业职业技术大学"}, kind="EVENT"),
    policy(2, REFORM, decides="从2019年起在职业院校和应用型本科高校试点"),
    policy(3, REFORM, issuers=["国务院"], basis="OFFICIAL"),
    policy(4, "政府工作报告（2019）", issuedOn="2019-03-05", decides="互通衔接"),
    policy(5, "全国深化职业教育改革电视电话会议", issuedOn="2019-04-04", decides="部署落实职教20条"),
    policy(6, "全国深化职业教育改革电视电话会议", decides="鼓励学生在取得学历证书的同时取得多种"),
    policy(7, MEETING, issuedOn="2019-04-30", decides="失业保险基金结余中拿出1000亿元"),
    Fact(7, "statistics", {"item": "失业保险基金结余", "valueMin": 1e11, "valueMax": 1e11, "unit": "元"}),
    policy(8, MEETING, decides="高职院校扩招100万人"),
    Fact(8, "statistics", {"item": "扩招人数", "valueMin": 1e6, "valueMax": 1e6, "unit": "人"}),
    policy(9, MEETING, decides="放管服改革，支持企业和社会培训机构"),
    policy(10, PILOT_PLAN, issuedOn="2019-04-04", basis="OFFICIAL"),
    policy(10, PILOT_PLAN, issuers=["教育部", "国家发展改革委", "财政部", "市场监管总局"]),
    policy(11, PILOT_PLAN, decides="指导思想、基本原则、目标任务、试点内容、试点范围、进度安排和组织实施"),
    policy(12, "人社部发〔2019〕34号", issuedOn="2019-04-23", issuers=["人力资源社会保障部", "教育部"]),
    policy(13, "人社部发〔2019〕34号", decides="有关部门的职责和证书的监督管理"),
    policy(14, "建设产教融合型企业实施办法（试行）", issuedOn="2019-04-03", decides="承担1+X证书制度试点任务"),
    rule(14, COLLEGES, appliesTo="产教融合型企业"),
    Fact(15, "rules", {"ruleSet": COLLEGES, "appliesTo": "双高计划建设单位", "item": "率先开展1+X试点"}),
    rule(16, ORGANISATION, kind="FUNDING", valueText="建立奖补机制，通过转移支付"),
    pilot(17, "A05", valueText="已划拨各省", metric="reward money of 2019"),
    policy(18, "关于做好首批1+X证书制度试点工作的通知", issuedOn="2019-04-17", kind="NOTICE"),
    rule(19, ORGANISATION, valueText="转发到区域内所有职业院校"),
    pilot(20, "A06", metric="descriptions of the pilot published"),
    pilot(21, "P022", date="2019-05-06", valueMin=200, valueMax=600, unit="schools"),
    pilot(22, "P023", date="2019-05-06", valueMin=200_000, valueMax=None, unit="students"),
    rule(23, COLLEGES, appliesTo="高等职业学校", item="参与试点"),
    rule(23, COLLEGES, appliesTo="中等职业学校（不含技工学校）", item="参与试点"),
    rule(23, COLLEGES, appliesTo="应用型本科高校", item="参与试点"),
    rule(23, COLLEGES, appliesTo="国家开放大学", item="参与试点"),
    rule(24, COLLEGES, item="优先：示范（骨干、优质）高职", force="AS_A_RULE"),
    rule(24, COLLEGES, item="优先：国家中职示范校", force="AS_A_RULE"),
    rule(24, COLLEGES, item="优先：行业特色院校", force="AS_A_RULE"),
    pilot(25, "A03", value=6, certificates=[{"name": each} for each in sorted(FIRST_SIX)]),
    pilot(26, "A07", note="standards, teacher training, teaching and examination sites"),
    pilot(27, "A08", note="briefings and trainings, and draw up plans with colleges"),
    rule(28, SELECTION, item="遴选开始", valueText="2019年2月底起，按职教20条和试点方案"),
    *(rule(29, SELECTION, item=each) for each in ("专家评议", "第二步：遴选", "第三步：公示", "第四步：公布")),
    pilot(30, "A01", value=5, unit="organisations"),
    *(Fact(31 + place, "certificates", {"name": name}) for place, name in enumerate(FIRST_SIX[:3])),
    Fact(34, "certificates", {"name": "老年照护", "aliases": ["养老照护"]}),
    *(Fact(35 + place, "certificates", {"name": name}) for place, name in enumerate(FIRST_SIX[4:])),
    pilot(37, "A04", value=6, unit="fields"),
    *(Fact(37, "recruitmentFields", {"name": each, "kind": "IN_SELECTION"}) for each in IN_SELECTION),
    rule(38, SELECTION, item="同期遴选的领域何时试点", valueText="2019年内进入试点"),
    policy(39, CALL, issuedOn="2019-04-25", issuers=["教育部职业技术教育中心研究所"], decides="受教育部委托"),
    *(
        Fact(40, "recruitmentFields", {"name": each, "kind": "INDUSTRY", "sequence": place})
        for place, each in enumerate(INDUSTRIES, start=1)
    ),
    *(
        Fact(41, "recruitmentFields", {"name": each, "kind": "SOCIAL_SERVICE", "sequence": place})
        for place, each in enumerate(SERVICES, start=11)
    ),
    Fact(42, "recruitmentFields", {"name": "技术技能人才紧缺的其他领域", "kind": "OTHER", "sequence": 16}),
    policy(43, CALL, decides="招募转为常态化"),
    rule(43, RECRUITMENT, valueText="常态化、持续招募"),
    rule(44, RECRUITMENT, valueText="重申对标准和规模的要求"),
    rule(45, RECRUITMENT, valueText="在本行业有影响力"),
    rule(46, RECRUITMENT, valueText="组织行业、多家龙头企业和优质院校共同开发证书和标准"),
    rule(47, RECRUITMENT, valueText="必要性与可行性报告"),
    rule(48, RECRUITMENT, valueText="龙头企业和优质企业的推荐意见"),
    rule(49, RECRUITMENT, valueText="行业专家的推荐意见"),
    Fact(50, "drafts", {"title": "培训评价组织遴选和管理办法"}),
    Fact(
        51,
        "drafts",
        {
            "title": "职业技能等级标准开发指南",
            "adoptedAs": [{"reference": "职业技能等级标准开发指南（试行）", "issuedOn": "2020-06-19"}],
        },
    ),
    Fact(52, "drafts", {"title": "职业技能等级考核站点建设指南"}),
    Fact(53, "platforms", {"name": "1+X证书信息管理服务平台", "status": "BUILDING", "asOf": "2019-05-10"}),
    Fact(54, "platforms", {"name": "职业教育学分银行系统", "status": "BUILDING", "asOf": "2019-05-10"}),
    rule(55, INTEGRATION, kind="RECORDING", valueText="与职业教育国家学分银行个人学习账号衔接，记录学分"),
    rule(56, INTEGRATION, kind="RECORDING", valueText="证书可在网上公开查询"),
    rule(57, INTEGRATION, kind="INTEGRATION", valueText="修订专业目录和专业教学标准时"),
    rule(58, INTEGRATION, kind="INTEGRATION", valueText="融入专业人才培养方案，优化课程"),
    rule(59, INTEGRATION, kind="INTEGRATION", valueText="统筹安排职业技能等级考核与课程考试"),
    rule(60, INTEGRATION, kind="INTEGRATION", valueText="取得证书和学历教育的学分"),
    Fact(61, "source", {"note": "its website and central media reported on the conference"}),
    rule(62, ORGANISATION, valueText="组织本区域的试点，落实各项措施"),
)


def nodes_of(data: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    lists = {name: value["nodes"] for name, value in data.items() if name != "source"}
    rules = [{**each, "ruleSet": of["code"]} for of in lists["ruleSets"] for each in of["rules"]]
    return {**lists, "rules": rules, "source": [data["source"]]}


def states(node: dict[str, Any], fact: Fact) -> bool:
    def is_there(wanted: Any, value: Any) -> bool:
        return wanted in (value or "") if isinstance(wanted, str) else value == wanted

    return all(is_there(wanted, node[name]) for name, wanted in fact.node.items())


@pytest.fixture
async def answer(national) -> dict[str, Any]:
    ((answer, _),) = await run_counted(national, [Request(QUERY.read_text(encoding="utf-8"))])
    assert answer.errors == []
    return answer.data


def test_there_are_62_facts():
    assert sorted({each.number for each in FACTS}) == list(range(1, 63))


async def test_the_answer_states_each_of_the_62_facts(answer):
    nodes = nodes_of(answer)

    missing = [each for each in FACTS if not any(states(node, each) for node in nodes[each.within])]

    assert missing == []


async def test_each_of_the_first_six_certificates_has_one_of_five_organisations(answer):
    issuers = {each["name"]: [one["name"] for one in each["organizations"]] for each in answer["certificates"]["nodes"]}

    assert {len(each) for each in issuers.values()} == {1}
    assert set(issuers) == set(FIRST_SIX)
    assert len({each for names in issuers.values() for each in names}) == 5


async def test_ranges_are_compared_as_numbers(national):
    asked = '{ pilotRecords(where: {valueMin: {gte: 200}, valueMax: {lte: 600}, unit: {eq: "schools"}}) { nodes { code } } }'
    ((answer, _),) = await run_counted(national, [Request(asked)])

    codes = {each["code"] for each in answer.data["pilotRecords"]["nodes"]}

    assert "P022" in codes
    assert "P029" not in codes  # 10000+
    assert all(re.fullmatch(r"P\d{3}", each) for each in codes)
