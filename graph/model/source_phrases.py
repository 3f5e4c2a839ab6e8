"""Remarks of ours on sources and on rules of credits, with what they are in Chinese. Words of a source stay as they are."""

from itertools import combinations

from graph.model.phrases import Phrase, Phrases

CREDIT_BODIES = Phrases((Phrase("art and design college (name not shown, *)", "某艺术设计类院校（来源未写校名，*）"),))

CREDIT_ITEMS = Phrases(
    (
        Phrase("credits per certificate level", "证书每个等级的学分"),
        Phrase("credits convertible per certificate", "每个证书可转换的学分"),
        Phrase("one course to one certificate", "一门课程对应一个证书"),
        Phrase("steps", "办理步骤"),
        Phrase("course replaced by a learning outcome", "以学习成果替代的课程"),
        Phrase("mapping", "对应方式"),
        Phrase("related vocational certificate", "相关职业证书"),
    )
)

CREDIT_VALUES = Phrases(
    (
        Phrase("<= national credit bank figure", "不超过国家学分银行认定的学分"),
        Phrase("required basic major courses only", "仅限必修的专业基础课程"),
        Phrase("required core major courses", "必修的专业核心课程"),
        Phrase("required basic and core major courses", "必修的专业基础课程和专业核心课程"),
        Phrase(
            "student > school > academic office > issuing organisation > credit bank",
            "学生 > 学院 > 教务部门 > 培训评价组织 > 学分银行",
        ),
        Phrase("1-1, n-1 or 1-n", "一对一、多对一或一对多"),
        Phrase("+2 points each, cap 5", "每个加 2 分，最多 5 分"),
        Phrase("HCIA after an upgrade exam", "通过升级考试后取得 HCIA"),
        Phrase("HCIA directly", "直接取得 HCIA"),
        Phrase("certificate of * of the same level", "*同等级的证书"),
        Phrase("mutual recognition with * under way", "正在推进与 * 的互认"),
    )
)

CREDIT_NOTES = Phrases(
    (
        Phrase("learning content of one level", "指一个等级的学习内容"),
        Phrase("about 30% may be flexible", "约 30% 可灵活安排"),
        Phrase("no second certificate may replace the same course", "同一门课程不得再由另一个证书替换"),
        Phrase("certificate not named in the excerpt", "摘录中未写明证书"),
        Phrase("level of the diploma: *", "学历层次：*"),
        Phrase("general outcome rule, not 1+X only", "学习成果的一般规则，不限于 1+X"),
        Phrase("outcome used once", "每项成果只用一次"),
        Phrase("outcome credits or hours must reach those of the course", "成果的学分或学时须达到该课程的学分或学时"),
        Phrase("general credit recognition rule under *", "依据*的一般学分认定规则"),
        Phrase("part of value-added assessment", "属于增值评价的一部分"),
        Phrase(
            "a certificate recognised for a major of the self-study examination (*)",
            "高等教育自学考试（*）专业认可的证书",
        ),
    )
)

SOURCE_NOTES = Phrases(
    (
        Phrase("Seen as an excerpt", "所见为摘录"),
        Phrase("Seen as excerpts", "所见为多段摘录"),
        Phrase("rules of a college under the ministry's document of 2006", "学校依据教育部 2006 年文件制定的办法"),
        Phrase("Seen as an excerpt of a mirror", "所见为转载页面的摘录"),
        Phrase("Seen as an excerpt: announcement and table of contents", "所见为摘录：公告与目录"),
        Phrase("Seen as a table of contents", "所见为目录"),
        Phrase("Title page only", "仅有封面"),
        Phrase("Secondary English page", "英文转述页面"),
        Phrase("English wording only", "仅有英文表述"),
        Phrase("Stored page without an address", "存档页面，没有网址"),
        Phrase("the excerpt does not name the college", "摘录未写明院校"),
        Phrase("the college is not named in it", "其中未写明院校"),
        Phrase("the province is inferred from the domain", "省份按域名推断"),
        Phrase("the college is inferred from the domain", "院校按域名推断"),
        Phrase("the name is inferred from the domain", "名称按域名推断"),
        Phrase("the year is inferred", "年份为推断"),
        Phrase("the year is not shown", "未显示年份"),
        Phrase("the year of the text was not seen", "未见文本的年份"),
        Phrase("the date is that of publication", "日期为发布日期"),
        Phrase("document number and date are shown", "显示文号与日期"),
        Phrase("number and date are shown", "显示文号与日期"),
        Phrase("number shown", "显示文号"),
        Phrase("no document number is shown", "未显示文号"),
        Phrase("the day is not shown", "未显示日期"),
        Phrase("* of the reference folder is the same page", "参考资料夹中的 * 为同一页面"),
        Phrase(
            "* prints the day as 2020-04-23, with the number of 2019", "* 将日期印作 2020-04-23，文号却为 2019 年的"
        ),
        Phrase("The structure of the papers only", "仅为试卷结构"),
        Phrase("no question was taken", "未收录试题"),
        Phrase("The ministry's own account", "教育部自己的说明"),
        Phrase("its website and central media reported on the conference", "其网站与中央媒体报道了该会议"),
        Phrase(
            "With reports/ingest_cn_credentials.json, reports/link_cn_credentials.json and the baseline of branch "
            "public-main",
            "含 reports/ingest_cn_credentials.json、reports/link_cn_credentials.json 与 public-main 分支的基线",
        ),
        Phrase("Commits * and 629e900e", "提交 * 与 629e900e"),
        Phrase("Path as cited in the repository's scripts", "路径按该代码库脚本所引"),
        Phrase("The official document", "官方文件"),
        Phrase("its 139 codes were checked", "其 139 个代码已核对"),
        Phrase("The repository is not shown", "未显示代码库"),
        Phrase("The repository is not shown by the index", "索引未显示代码库"),
        Phrase("the repository is not shown by the index", "索引未显示代码库"),
        Phrase("The repository was not identified", "未能确定代码库"),
        Phrase("A college data-reporting front end", "院校数据填报前端"),
        Phrase("3,929 rows, names and issuers as colleges write them", "3,929 行，名称与颁证机构按院校的写法"),
        Phrase("no authority checked them", "未经主管部门核对"),
        Phrase(
            "The rows of the college's tables that upstream kept: names of 4 to 25 characters with a key word, 16 to "
            "320 hours",
            "上游保留的该院校表格行：名称 4 至 25 字且含关键词，16 至 320 学时",
        ),
        Phrase("Page numbers as the transcription gives them", "页码按转录本"),
        Phrase("Table of public courses", "公共课程表"),
        Phrase("Judged from the names of courses and the wording of requirements only", "仅据课程名称与要求的表述判断"),
        Phrase("Parsed from the PDFs of osta.org.cn", "由 osta.org.cn 的 PDF 解析"),
        Phrase(
            "only tables whose weights add up to 100 (1,598 of 2,067)",
            "仅取权重合计为 100 的表（2,067 个中的 1,598 个）",
        ),
        Phrase("The ministry's document", "教育部文件"),
        Phrase("Text parsed there from the ministry's PDF of each standard", "文本由其据教育部各标准的 PDF 解析"),
        Phrase("the name of the PDF stands with the standard", "PDF 文件名随标准给出"),
        Phrase("Read from the book's PDF by text recognition", "由书籍 PDF 经文字识别读取"),
        Phrase("a few titles are garbled", "少数名称有乱码"),
        Phrase("The table published for comment", "征求意见稿的表格"),
        Phrase("the final edition may differ in places", "定稿可能有出入"),
        Phrase("PDFs of osta.org.cn as parsed there", "由其解析的 osta.org.cn 的 PDF"),
        Phrase(
            "codes of standards before 2022 may differ from the classification of 2022",
            "2022 年以前标准的代码可能与 2022 年版职业分类大典不同",
        ),
        Phrase(
            "States number and day of documents for which no page showing them was found",
            "给出若干文件的文号与日期，未找到显示它们的页面",
        ),
        Phrase("The notice is shown without its own number, the list is not", "显示通知但无其文号，未显示名单"),
        Phrase("The text is shown up to its sixth point", "正文显示至第六点"),
        Phrase("The whole notice is shown", "显示通知全文"),
        Phrase("the annex is not", "未显示附件"),
        Phrase("Day of publication and of entry into force", "发布日期与施行日期"),
        Phrase("Quotes the hour paragraph of a secondary standard", "引用一项中职标准的学时段落"),
        Phrase("Made up", "虚构示例"),
        Phrase(
            "names of professional courses are those of the teaching standards of 2025",
            "专业课程名称取自 2025 年教学标准",
        ),
        Phrase("Read in copies stored in the repository of *", "据 * 的代码库中的副本读取"),
        Phrase("The page's digits were lost", "页面上的数字已缺失"),
        Phrase("Official totals of the edition", "该版的官方总数"),
        Phrase("Made by its author from the ministry's document of 2021", "由作者据教育部 2021 年文件制作"),
        Phrase("read whole", "已通读"),
        Phrase("The 2025 supplement as parsed in that repository's baseline", "2025 年增补，按该代码库基线的解析"),
        Phrase("Compared with * by program", "已由程序与 * 比对"),
        Phrase("it drops the suffix K", "其中略去后缀 K"),
        Phrase("Only part of its 811 rows was read", "其 811 行只读取了一部分"),
        Phrase("Gives the ministry's addresses", "给出教育部的网址"),
        Phrase("it lacks the majors with K at associate level", "缺少专科层次带 K 的专业"),
        Phrase("Cites *", "引用 *"),
        Phrase("A compiled list, which gives *", "汇编名单，给出 *"),
        Phrase("three places are doubtful", "有三处存疑"),
        Phrase("Each row there has the college's page", "其中每行附院校页面"),
        Phrase("44 of the 220 colleges were read", "220 所院校读取了 44 所"),
        Phrase("* colleges", "* 所院校"),
        Phrase("* schools as of 2017-05", "截至 2017-05 共 * 所学校"),
        Phrase("It says that it holds the ministry's full list of 2026-06-18", "自称收有教育部 2026-06-18 的完整名单"),
        Phrase("its own counts by province were checked", "其各省数量已核对"),
        # What an import writes of its file: the longer first, as a star takes whatever follows.
        Phrase(
            "Imported from this file; report sha256 *; * corrections, sha256 *",
            "自该文件导入；报告 sha256 *；* 处更正，sha256 *",
        ),
        Phrase("Imported from this file; report sha256 *", "自该文件导入；报告 sha256 *"),
    )
)

# Why a plan that was imported rests on a teaching standard.
STANDARD_BY_ENTRY = "the newest standard of the major that was published by the year of entry"
PLAN_STANDARD_NOTES = Phrases((Phrase(STANDARD_BY_ENTRY, "入学年份前（含当年）已发布的最新专业教学标准"),))

# The values of a drafted line that a rule bounds from below, as `atLeast` names them.
_VALUES = {"credits": "学分", "durationWeeks": "周数", "hours": "学时"}

# Of a line of a plan: where it stands in a document, or the ids of what it was drafted from. The longer come first, as a
# star takes whatever follows.
LINE_NOTES = Phrases(
    (
        *(
            Phrase(f"*; at least: {', '.join(names)}", f"*；至少：{'、'.join(_VALUES[each] for each in names)}")
            for count in range(1, len(_VALUES) + 1)
            for names in combinations(_VALUES, count)
        ),
        Phrase(
            "*; table of public courses; credits written *; hours written *",
            "*；公共课程表；原文学分写作 *；原文学时写作 *",
        ),
        Phrase("*; table of public courses; hours written *", "*；公共课程表；原文学时写作 *"),
        Phrase("*; table of public courses", "*；公共课程表"),
        Phrase("p.*", "第 * 页"),
    )
)
