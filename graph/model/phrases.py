"""Remarks of ours that the graph holds in English, with what they are in Chinese; some of them are codes.

The gathered data has a few texts that no source wrote: what a figure counts, how a module is known, who reviews. A page
in Chinese needs them in Chinese. What a source wrote itself, such as 全国, stays as it stands in either language.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from graph.model.core import CodeList, Text

# Several remarks stand in one text, parted by this.
_BETWEEN, _BETWEEN_CHINESE = "; ", "；"
# Stands for whatever is there, in both languages.
_ANY = "*"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text as it is stored, what it is in Chinese, and its code, where it has one. A ``*`` stands for any text."""

    english: str
    chinese: str
    code: str = ""


@dataclass(frozen=True)
class Phrases:
    """The texts of a property. ``codes`` names and describes their code list, where they have codes."""

    phrases: tuple[Phrase, ...]
    name: str = ""
    description: Text | None = None

    @cached_property
    def code_list(self) -> CodeList | None:
        """The codes of these texts as an enum; several texts may have the same."""
        if self.description is None:
            return None
        codes: dict[str, Text] = {}
        for each in self.phrases:
            english = (each.english[0].upper() + each.english[1:]).replace(_ANY, "…")
            codes.setdefault(each.code, Text(f"{english}.", f"{each.chinese.replace(_ANY, '……')}。"))
        return CodeList(self.name, self.description, codes)

    @cached_property
    def _by_text(self) -> Mapping[str, Phrase]:
        return {each.english: each for each in self.phrases if _ANY not in each.english}

    @cached_property
    def _patterns(self) -> tuple[tuple[re.Pattern[str], Phrase], ...]:
        texts = (each for each in self.phrases if _ANY in each.english)
        return tuple((re.compile(re.escape(each.english).replace(r"\*", "(.+)")), each) for each in texts)

    def code_of(self, text: object) -> str | None:
        """Give the code of a text. None: it has none."""
        found = self._found(text) if isinstance(text, str) else None
        return found[0].code or None if found else None

    def label_of(self, text: object, language: str) -> str | None:
        """Write a text in a language; one that is not known, or only in part, as it stands."""
        if not isinstance(text, str):
            return None
        if language != "CHINESE":
            return text
        whole = self._in_chinese(text)
        if whole is not None:
            return whole
        parts = [self._in_chinese(each) for each in text.split(_BETWEEN)]
        return text if None in parts else _BETWEEN_CHINESE.join(filter(None, parts))

    def _in_chinese(self, text: str) -> str | None:
        found = self._found(text)
        if found is None:
            return None
        phrase, written = found
        chinese = phrase.chinese
        for each in written:
            chinese = chinese.replace(_ANY, each, 1)
        return chinese

    def _found(self, text: str) -> tuple[Phrase, tuple[str, ...]] | None:
        exact = self._by_text.get(text)
        if exact:
            return exact, ()
        matches = ((phrase, pattern.fullmatch(text)) for pattern, phrase in self._patterns)
        return next(((phrase, match.groups()) for phrase, match in matches if match), None)


PILOT_METRICS = Phrases(
    name="PilotMetric",
    description=Text("What a pilot figure counts.", "试点数据统计的对象。"),
    phrases=(
        Phrase("candidates", "考生人数", "CANDIDATES"),
        Phrase("pilot schools", "试点院校数", "PILOT_SCHOOLS"),
        Phrase("pass rate", "通过率", "PASS_RATE"),
        Phrase("passed", "通过人数", "PASSED"),
        Phrase("pilot places", "试点名额", "PILOT_PLACES"),
        Phrase("pilot places, batches 1+2", "试点名额（第一、二批）", "PILOT_PLACES_BATCHES_1_AND_2"),
        Phrase("sitting held", "举行考核", "SITTING_HELD"),
        Phrase("first national sitting of any 1+X exam", "全国首场 1+X 考核", "FIRST_NATIONAL_SITTING"),
        Phrase("batch-1 certificates held", "开展第一批证书的个数", "BATCH_1_CERTIFICATES_HELD"),
        Phrase(
            "batch-1 certificates held (this department)",
            "开展第一批证书的个数（本院系）",
            "BATCH_1_CERTIFICATES_HELD_BY_DEPARTMENT",
        ),
        Phrase("first training bases for the public", "首批面向社会的培训基地", "FIRST_TRAINING_BASES"),
        Phrase("schools per certificate", "每个证书的院校数", "SCHOOLS_PER_CERTIFICATE"),
        Phrase("participating schools", "参与院校数", "PARTICIPATING_SCHOOLS"),
        Phrase("students", "学生人数", "STUDENTS"),
        Phrase("planned students", "计划学生人数", "PLANNED_STUDENTS"),
        Phrase("students examined by June", "6 月前参加考核的学生人数", "STUDENTS_EXAMINED_BY_JUNE"),
        Phrase("first trial exam: candidates", "首次试考考生人数", "TRIAL_EXAM_CANDIDATES"),
        Phrase("first trial exam: pass rate", "首次试考通过率", "TRIAL_EXAM_PASS_RATE"),
        Phrase("standards admitted, batches 1-3", "前三批入选的标准数", "STANDARDS_ADMITTED_BATCHES_1_TO_3"),
        Phrase("certificates, batch 1", "第一批证书数", "CERTIFICATES_BATCH_1"),
        Phrase("certificates, four batches", "四批证书总数", "CERTIFICATES_FOUR_BATCHES"),
        Phrase("certificates published", "公布的证书数", "CERTIFICATES_PUBLISHED"),
        Phrase("certificates applied for", "申报的证书数", "CERTIFICATES_APPLIED_FOR"),
        Phrase("certificates that colleges applied for", "院校申报的证书数", "CERTIFICATES_COLLEGES_APPLIED_FOR"),
        Phrase("certificates already examined", "已开考的证书数", "CERTIFICATES_EXAMINED"),
        Phrase("batch-4 public-notice rows", "第四批公示条目数", "BATCH_4_NOTICE_ROWS"),
        Phrase(
            "platform certificate records (name x level)",
            "平台证书记录数（名称 × 等级）",
            "PLATFORM_CERTIFICATE_RECORDS",
        ),
        Phrase("platform standards", "平台标准数", "PLATFORM_STANDARDS"),
        Phrase("organisations, batch 1", "第一批培训评价组织数", "ORGANISATIONS_BATCH_1"),
        Phrase("further fields in selection", "继续遴选的领域数", "FURTHER_FIELDS_IN_SELECTION"),
        Phrase("reward money of 2019", "2019 年奖补资金", "REWARD_MONEY_2019"),
        Phrase("descriptions of the pilot published", "公布试点说明", "DESCRIPTIONS_PUBLISHED"),
        Phrase("preparation by organisations", "培训评价组织的准备", "PREPARATION_BY_ORGANISATIONS"),
        Phrase("preparation by colleges and organisations", "院校和培训评价组织的准备", "PREPARATION_BY_COLLEGES"),
    ),
)

PILOT_UNITS = Phrases(
    (
        Phrase("persons", "人"),
        Phrase("students", "人"),
        Phrase("schools", "所"),
        Phrase("school-certificate pairs", "个（院校 × 证书）"),
        Phrase("event", "次"),
        Phrase("fields", "个"),
        Phrase("organisations", "家"),
        Phrase("certificates", "个"),
        Phrase("bases", "个"),
        Phrase("places", "个"),
        Phrase("standards", "个"),
        Phrase("rows", "条"),
        Phrase("records", "条"),
    )
)

PILOT_AREAS = Phrases((Phrase("* provinces", "* 个省份"),))

PILOT_PLACES = Phrases(
    (
        Phrase("* schools", "* 所院校"),
        Phrase("* sites", "* 个考核站点"),
        Phrase("* (mirror page)", "*（转载页面）"),
    )
)

PILOT_CERTIFICATES = Phrases(
    (Phrase("(unnamed certificate)", "（未写明的证书）"), Phrase("(* certificates)", "（* 个证书）"))
)

PILOT_NOTES = Phrases(
    (
        Phrase("a school may hold several; not distinct schools", "一所院校可能有多个，不是不同院校的数目"),
        Phrase("about *", "约 *"),
        Phrase(
            "secondary English page; implies 3278 for batch 2 (derived)",
            "来自英文转述页面；据此推算第二批为 3278",
        ),
        Phrase("differs from S50", "与 S50 不一致"),
        Phrase("notice, not the final list; S1 counts 6+10+76+379", "为公示，不是最终名单；S1 计为 6+10+76+379"),
        Phrase("text says 21 schools in 28 provinces, inconsistent", "原文作 28 个省份的 21 所院校，前后矛盾"),
        Phrase("applications of colleges cover all six", "院校的申报覆盖全部六个证书"),
        Phrase("named: *; the other three are not", "列出名称的有：*；其余三个未列出"),
        Phrase(
            "the central reward money of 2019 for the pilot has been transferred to the provinces",
            "2019 年中央试点奖补资金已拨付各省",
        ),
        Phrase(
            "the organisations have published how the pilot of each certificate works",
            "培训评价组织已公布各证书的试点说明",
        ),
        Phrase(
            "they co-ordinate standards, teacher training, teaching and examination sites",
            "统筹标准、师资培训、教学与考核站点",
        ),
        Phrase(
            "they hold briefings and trainings, and draw up plans with colleges", "举办说明会与培训，并与院校制定方案"
        ),
    )
)

MODULE_BASES = Phrases(
    name="ModuleMethod",
    description=Text("How the module of a course was determined.", "课程所属模块的判定方式。"),
    phrases=(
        Phrase("printed in the standard, course * of its module", "标准中印明，为该模块的第 * 门课程", "PRINTED"),
        Phrase(
            "order in source; boundary read by hand (high)", "按来源中的次序，模块分界由人工判读（把握高）", "READ_HIGH"
        ),
        Phrase(
            "order in source; boundary read by hand (medium)",
            "按来源中的次序，模块分界由人工判读（把握中）",
            "READ_MEDIUM",
        ),
        Phrase(
            "order in source; boundary read by hand (low)", "按来源中的次序，模块分界由人工判读（把握低）", "READ_LOW"
        ),
    ),
)

BATCH_BASES = Phrases(
    name="BatchMethod",
    description=Text("How the batch of a certificate is known.", "证书批次的依据。"),
    phrases=(
        Phrase("list seen (*)", "见到名单（*）", "LIST_SEEN"),
        Phrase("stated", "来源说明", "STATED"),
        Phrase("stated (batch-4 public notice *)", "来源说明（第四批公示 *）", "STATED"),
        Phrase(
            "inferred: platform id created * (batch 4 was admitted from late 2020)",
            "推断：平台编号生成于 *（第四批自 2020 年底起入选）",
            "INFERRED",
        ),
        Phrase(
            "inferred: platform id created * (batch 3 was admitted in early 2020)",
            "推断：平台编号生成于 *（第三批于 2020 年初入选）",
            "INFERRED",
        ),
        Phrase(
            "inferred: positions 17-20 of a list ordered by batch (*)",
            "推断：在按批次排列的名单中位于第 17 至 20 位（*）",
            "INFERRED",
        ),
    ),
)

CERTIFICATE_NOTES = Phrases(
    (
        Phrase(
            "named as a 1+X / skill level certificate by colleges; the official list was not seen; issuer is the "
            "wording of the reporting college",
            "院校称其为 1+X 或职业技能等级证书；未见官方名单；颁证机构为填报院校的写法",
        ),
        Phrase("year of the batch as gathered: *", "批次年份按所收集的资料：*"),
        Phrase("version of the standard seen: *", "所见标准的版本：*"),
        Phrase("title page seen only", "仅见封面"),
        Phrase("name as printed in *", "名称按 * 所印"),
        Phrase("co-host of the exam", "考核的协办方"),
        Phrase("org sent the exam supervisor", "该组织派出考核监考人员"),
        Phrase("issuing role inferred", "颁证身份为推断"),
        Phrase("only 初级 exam mentioned", "仅提及初级考核"),
        Phrase("初级 stated in S3 only, its S2 row was not paged in", "初级仅见于 S3，未读到 S2 中的对应行"),
        Phrase("S1 adds （中国建设教育协会人才评价中心）", "S1 加注（中国建设教育协会人才评价中心）"),
        Phrase("S2 gives the institute alone", "S2 只写该院所"),
        Phrase("S27 prints 华为技术公司", "S27 印作华为技术公司"),
        Phrase("S32 says 华为1+X", "S32 作华为1+X"),
        Phrase(
            "S1 prints 中国社会福利与养老服务协会 and 北京中福长者文化科技有限公司 run together",
            "S1 将中国社会福利与养老服务协会与北京中福长者文化科技有限公司连写",
        ),
        Phrase("S22 names 北京中福长者文化科技有限公司", "S22 写明北京中福长者文化科技有限公司"),
        Phrase("S13 prints 装配式构件制作与安装", "S13 印作装配式构件制作与安装"),
    )
)

OUTLINE_NOTES = Phrases(
    (
        Phrase("topic list of the issuer", "颁证机构的主题清单"),
        Phrase("exam part", "考核的一部分"),
        Phrase("module printed without 技术", "模块名印作不含“技术”"),
        Phrase("level capability, not a field name", "为等级能力，不是领域名称"),
        Phrase("topics of one sitting", "某一场考核的主题"),
    )
)

# Who speaks for the data set where no person does; every other name stays as it is.
PEOPLE = Phrases((Phrase("oneplusx editorial", "oneplusx 编辑组"),))

RULE_NOTES = Phrases(
    (
        Phrase(
            "普通本科: 32; 职业院校: 16. A vocational bachelor programme is read as 职业院校",
            "普通本科：32；职业院校：16。职业本科专业按职业院校计",
        ),
        Phrase("seen in a college's report; says 本科高校", "见于一所院校的报告；原文为本科高校"),
        Phrase(
            "as a university reports it; later documents moved credits, so dated",
            "按一所高校的转述；此后的文件调整了学分，故限定适用时间",
        ),
        Phrase(
            "原则上; the plan of 2023 for 2023-2025 says for 高职: required or restricted elective (*)",
            "原则上；2023 年的计划（2023—2025 年）对高职规定：必修或限定选修（*）",
        ),
        Phrase("may be followed: a REMARK, never a FAIL", "可参照执行：只作提示，不判为不符合"),
        Phrase("provincial", "省级规定"),
        Phrase("date: *", "日期：*"),
        Phrase("year of the text not seen", "未见文件的年份"),
        Phrase("replaced by the version of 2021: dated rule", "已由 2021 年版本代替，故限定适用时间"),
        Phrase("a task that * gives to colleges of the Double-High plan", "*对“双高计划”院校提出的任务"),
        Phrase("a task that * gives to such enterprises", "*对此类企业提出的任务"),
        Phrase("as the article has it", "按文章所述"),
    )
)
