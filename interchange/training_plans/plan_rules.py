"""What each rule of the reading of plans says of its subject, in English and Chinese."""

from interchange.training_plans.checks.figure_rules import FIGURE_RULES
from interchange.training_plans.checks.name_rules import NAME_RULES
from interchange.training_plans.head_rules import HEAD_RULES

RULES: dict[str, tuple[str, str]] = {
    "column-by-heading": ("by the words of its heading", "按表头文字"),
    "column-by-hand": ("as it was said for this column", "按指定的列含义"),
    "column-by-mapping": ("as it was confirmed for this heading", "按已确认的表头对应关系"),
    "column-by-college": ("as the college confirmed it for this heading before", "按本院校此前确认的表头对应关系"),
    "column-by-its-cells": (
        "its heading has several uses: taken by what stands in its cells",
        "表头有多种用法：按列中内容判断",
    ),
    "term-by-heading": ("the heading names the term", "表头写明学期"),
    "term-by-year": (
        "semesters are counted within each year: counted on over the years",
        "学期按学年重新编号：已连续编号",
    ),
    "term-by-position": ("semesters are not in order: numbered from left to right", "学期次序不明：按从左到右编号"),
    "weeks-in-parts": (
        "weeks of teaching and other weeks are added in the heading: the first are taken",
        "表头周数为教学周与其他周之和：取前者",
    ),
    "hidden-column": ("the column is hidden in the document, and was read", "该列在文档中被隐藏，已读取"),
    "hidden-row": ("the row is hidden in the document; it was read and counts", "该行在文档中被隐藏，已读取并计入"),
    "line-stands-for-a-table": (
        "the line stands for the courses of another table, which count there: not counted again",
        "该行代表另一表中的课程，其学分已在该表计入：不重复计入",
    ),
    "line-of-a-table-not-found": (
        "the line stands for the courses of another table, and no choice or table of its credits was found: say which",
        "该行代表另一表中的课程，但未找到相同学分的选课组或表：请确认",
    ),
    "hidden-sheet-left-out": (
        "the sheet is hidden in the document, and other sheets have courses: it was not read",
        "该工作表在文档中被隐藏，而其他工作表已有课程：未读取",
    ),
    "heading-of-the-page-before": (
        "the heading of this column cannot be read here, and the others are those of the page before: read as there",
        "此处该列表头无法识别，其余列与前页相同：按前页表头读取",
    ),
    "module-by-a-legend": (
        "a note says which module the letters stand for: read so",
        "说明写明该代号表示的模块：按此读取",
    ),
    "weekly-hours-in-turn": (
        "two numbers that are no hours and weeks of the course: read as weekly hours of one semester after the other",
        "两个数字不是该课程的周学时与周数：视为先后两学期的周学时",
    ),
    "hours-of-terms-in-a-remark": (
        "a remark says how many hours each semester has: read so",
        "备注写明每学期学时：按此读取",
    ),
    "marks-not-explained": (
        "different signs stand under the terms, and nothing says what each means: read as the same",
        "各学期栏有不同符号，文中未说明各自含义：未加区分",
    ),
    "nature-by-the-code": (
        "a note says which letter of the code stands for the nature: read so",
        "说明写明课程代码中表示课程性质的字母：按此读取",
    ),
    "nature-by-a-title": ("the title above the courses says their nature", "课程性质取自课程上方的标题"),
    "nature-by-a-text": (
        "a text of the document says the nature of all courses of this table or module",
        "课程性质取自正文对该表或该类课程的说明",
    ),
    "hidden-sheet": ("the sheet is hidden in the document, and was read", "该工作表在文档中被隐藏，已读取"),
    "struck-out": ("the name is struck out: read, and not counted", "课程名称有删除线：已读取，不计入"),
    "struck-out-figure": (
        "the figure is struck out and was read: say whether it counts",
        "数值有删除线，仍已读取：请确认是否有效",
    ),
    "figures-of-terms-by-sums": (
        "whether figures under the terms are weekly hours or hours of the term: decided by their sums",
        "各学期栏数字为周学时还是学期学时：按合计推定",
    ),
    "hours-of-terms-among-weekly-hours": (
        "figures under the terms make the hours of the course: read as hours of the terms, not of a week",
        "各学期栏数字之和等于总学时：按学期学时而非周学时读取",
    ),
    "hours-of-other-weeks-than-headings": (
        "of most courses weekly hours times the weeks of the heading are not the hours: the hours stand as stated",
        "多数课程的周学时与表头周数之积不等于总学时：学时以所写为准",
    ),
    "weeks-by-headings": (
        "the document has no table of weeks: those of the headings of terms are taken",
        "文档无教学周安排表：取各学期表头所写周数",
    ),
    "weeks-of-headings-differ": (
        "two headings state different weeks for the same semester: the first is taken; please confirm",
        "两处表头所写同一学期的周数不同：取前者；请确认",
    ),
    "weekly-hours-and-weeks-differ": (
        "weekly hours and weeks do not make the hours of the course: read as weekly hours and weeks nevertheless",
        "周学时与周数之积不等于总学时：仍按周学时与周数读取",
    ),
    "credits-of-terms": (
        "no column has the credits of the course: those of its semesters are added",
        "无总学分栏：按各学期学分之和读取",
    ),
    "credits-of-terms-differ": (
        "the credits of the semesters do not make those of the course: the latter are taken",
        "各学期学分之和不等于总学分：以总学分为准",
    ),
    "hours-of-terms": (
        "no column has the hours of the course: those of its semesters are added",
        "无总学时栏：按各学期学时之和读取",
    ),
    "weeks-from-a-remark": ("only the remark says how many weeks: read so", "仅备注写明周数：按此读取"),
    "nature-from-a-remark": ("only the remark says the nature: read so", "仅备注写明课程性质：按此读取"),
    "credits-from-a-remark": ("only the remark says how many credits: read so", "仅备注写明学分：按此读取"),
    "semesters-from-a-remark": (
        "only the remark says in which semesters the course runs: read so",
        "仅备注写明开课学期：按此读取",
    ),
    "electives-in-prose-alone": (
        "the text says how many credits of electives are taken, and the plan has none or too few: add them",
        "正文写明须选修的学分，而课程表中没有此类课程或其学分不足：请补充",
    ),
    "hours-of-terms-do-not-add-up": (
        "the hours of the terms do not make those of the course",
        "各学期学时之和不等于总学时",
    ),
    "module-by-a-loose-word": (
        "the name of the module leaves open which it is: taken so",
        "模块名称含义不唯一：如此归类",
    ),
    "module-not-known": ("the name of the module is none of those known: left open", "模块名称无法归类：留空"),
    "semester-from-a-title": ("the title above the courses names the semester", "开课学期取自课程上方的标题"),
    "semester-by-academic-year": (
        "the semester is named by its academic year: counted from the year of entry",
        "以学年学期表示开课学期：按入学年份换算",
    ),
    "semester-of-a-year": (
        "the semester is named within its year: counted on over the years",
        "以学年及学年内学期表示开课学期：已连续换算",
    ),
    "choice-of-the-lines-above": (
        "a row below courses says how many are chosen: read as a choice among those above it",
        "课程下方的行写明选课要求：视为其上各门课程的选课要求",
    ),
    "choice-without-lines": (
        "a row says how many are chosen, and the courses next to it are required: say among which",
        "该行写明选课要求，但相邻课程均为必修：请确认选课范围",
    ),
    "text-in-the-middle-of-its-rows": (
        "the text stands in the middle of rows that show none: read as that of them all",
        "文字位于若干空白行的中间：视为这些行共有",
    ),
    "text-in-the-middle-is-unsure": (
        "texts stand in the middle of their rows, and where each ends is not clear: say which module each course has",
        "文字位于所属各行的中间，起止不明：请确认各门课程所属模块",
    ),
    "text-from-the-row-above": (
        "the cell shows nothing: what stands above goes on, as in files without merged cells",
        "单元格为空：沿用上方内容（文件无合并单元格）",
    ),
    "nature-in-the-name": ("the nature stands in the name of the course", "课程性质取自课程名称中的括注"),
    "one-cell-over-several-terms": (
        "one cell over several terms: the course runs in all, and the figure is that of the first",
        "一个单元格跨多个学期：视为各学期均开设，数值计入首个学期",
    ),
    "credits-of-a-group": (
        "a number in brackets after the group of courses: the credits to choose among them",
        "课程组后括号内的数字：视为须从中修满的学分",
    ),
    "module-from-the-row-above": ("no module in the row: that of the row above goes on", "本行未写模块：沿用上一行"),
    "module-from-the-table-before": (
        "the table goes on from the one before without a title: its module goes on",
        "本表为前表的续表且无标题：沿用前表所在模块",
    ),
    "title-within-a-module": (
        "a title that names no known module: read as a part of the module above",
        "标题未写明已知模块：视为上一模块的一部分",
    ),
    "certificate-in-a-note": (
        "a note names the certificate: read as one that students are to take",
        "证书名称取自说明文字：视为目标证书",
    ),
    "name-from-module": (
        "figures without a name of a course: named after the module",
        "有数值而无课程名称：以所在模块命名",
    ),
    "one-name-over-several-rows": (
        "one cell has the name of several rows with figures of their own: each row is a course of this name",
        "多行共用一个名称单元格而各有数值：每行按同名课程读取",
    ),
    "weeks-in-a-column-of-hours": ("weeks stand where hours should: kept as weeks", "学时栏中写的是周数：按周数保存"),
    "practice-in-parts": (
        "several columns of practice: its hours are their sum",
        "实践学时分列多栏：按各栏之和读取",
    ),
    "figure-in-brackets": (
        "credits or hours stand in brackets: the course is shown, and does not count",
        "学分或学时写在括号内：列出该课程，但不计入",
    ),
    "sum-or-product-in-a-cell": ("the cell is a sum or a product: its result is taken", "单元格为算式：取其结果"),
    "weeks-before-weekly-hours": (
        "nothing says which comes first: read as weeks and then weekly hours",
        "未写明先后顺序：按先周数、后周学时读取",
    ),
    "choice-by-a-remark": (
        "a remark says how many of so many courses are chosen: read of these, which stand below each other",
        "备注写明若干门中选几门：按上下相连的这几门读取",
    ),
    "named-besides-a-choice": (
        "the text of the choice names it besides: not among the courses to choose from, and counted",
        "选课要求中另行写明：不计入该组可选课程，单独计入",
    ),
    "required-within-a-choice": (
        "its remark says that it is required: taken by all, and not among those that are chosen",
        "备注写明必选：全体修读，不计入可选课程",
    ),
    "assessments-in-turn": (
        "as many kinds of assessment as semesters: one for each, in their order",
        "考核方式与学期数目相同：按先后对应",
    ),
    "words-in-the-column-of-codes": (
        "words stand in the column of codes: kept as a remark, not as a code",
        "课程代码栏为文字：存为备注，不作代码",
    ),
    "module-cut-by-a-page": (
        "the end of a page cuts the name of the module: its halves are joined",
        "模块名称被分页截断：已合并",
    ),
    "choice-not-read": (
        "the text says how many are chosen, but makes no group: all are counted; say among which courses one chooses",
        "文字写明选修数量，但未能组成选课组：这些课程全部计入；请说明在哪些课程中选择",
    ),
    "line-named-as-a-module": (
        "the line has the name of a module that holds other courses: read as a course; it may be a total",
        "该行与含有其他课程的模块同名：按课程读取；可能是合计行",
    ),
    "choice-by-a-note": (
        "a note, a nature or a column of credits to take says how many of these courses or credits are chosen",
        "说明、课程性质或应修学分栏写明这些课程须选的门数或学分",
    ),
    "quota-of-a-note-differs": (
        "a note or column says another number of credits than the choice of these courses: say which",
        "说明或应修学分栏所写须选学分与该选课组不一致：请确认",
    ),
    "quota-of-a-note-not-read": (
        "a note, nature or column says how many are chosen; nothing tells of which, or they are no more: say of which",
        "说明、课程性质或应修学分栏写明须选的门数或学分，但无法确定是哪些课程，或所列课程不多于此数：请确认",
    ),
    "core-by-mark": (
        "the name has a sign that often marks core courses, and no note says what it means: read as a core course",
        "课程名称带有常用于核心课程的标记，文中未说明含义：按专业核心课程读取",
    ),
    "core-mark-in-another-module": (
        "a note says that the sign marks core courses, and the course stands in another module",
        "按说明该标记表示核心课程，而课程列在其他模块",
    ),
    "sign-for-zero": ("a sign stands where a figure should: read as zero", "数值栏中为符号：视为 0"),
    "assessment-by-a-loose-word": ("neither 考试 nor 考查 is written: taken so", "既未写考试也未写考查：按字面推定"),
    "words-next-to-a-tick": ("words next to the mark of assessment: kept as a remark", "考核标记旁另有文字：记入备注"),
    "semesters-by-examination": ("no semester is named: those of the assessment are taken", "未写开课学期：取考核学期"),
    "calculated-from-formula": (
        "the workbook stores formulas without values: calculated here",
        "工作簿只存公式而无结果：由本程序计算",
    ),
    "heading-of-the-table-before": (
        "a table without heading and as wide as the one before: read on under its heading",
        "本表无表头且列数与前表相同：沿用前表表头",
    ),
    "row-continues-on-the-next-page": (
        "only a name begins the page: read as the rest of the one before",
        "页首仅有名称：视为上一行的续文",
    ),
    "appendix-offers-courses": (
        "an appendix lists what is offered: not counted again",
        "附表列出可选课程：不重复计入",
    ),
    "credits-of-the-line-above": (
        "one cell of credits for several courses with hours of their own: counted with the first",
        "多门课程各有学时而共用一个学分单元格：学分计入第一门",
    ),
    "one-cell-for-several-courses": (
        "one cell of figures for several courses: read as alternatives of which one is taken",
        "多门课程共用一组学分、学时：视为任选其一",
    ),
    "one-cell-for-what-is-chosen": (
        "one cell of figures for courses of which several are chosen: read as those of all chosen, in equal parts",
        "数门课程共用一组学分、学时而须选多门：视为所选各门之和，按门数均分",
    ),
    "one-of-the-directions": ("directions next to each other: one of them is taken", "并列的专业方向：选其一"),
    "choice-by-subtotal": (
        "the subtotal of electives is below their sum: that many credits are chosen among them",
        "选修课小计小于各门之和：视为从中修满该学分",
    ),
    **HEAD_RULES,
    **FIGURE_RULES,
    **NAME_RULES,
    "code-doubled": ("two courses have the same code: correct one", "两门课程代码相同：请更正"),
    "line-in-two-tables": (
        "another table has the course with the same figures: not counted again; say whether it is taken twice",
        "另一张表中有数值相同的该课程：不重复计入；请确认是否另开一次",
    ),
    "choice-not-known": (
        "the line names a group of choices that no table of the document describes: read as taken by all",
        "所写选课组未在选课要求表中说明：视为必修读",
    ),
    "outcome-of-no-line": (
        "no line of the table of courses has this name, or several have it and the number tells none: not read",
        "课程表中没有这门课程，或有多门同名课程而序号未指明是哪一门：该课程目标未读取",
    ),
    "column-doubled": ("a second column of the same meaning: the first was read", "含义相同的第二列：只读取第一列"),
    "column-not-known": (
        "the heading has no meaning that is known: the column was not read",
        "表头含义不明：该列未读取",
    ),
    "value-not-read": ("the cell has no form that is known here: its value is missing", "单元格内容无法识别：该值缺失"),
    "several-values-in-one-cell": (
        "several numbers stand in one cell: none was read",
        "一个单元格内有多个数值：未读取",
    ),
    "hours-below-credits": ("fewer hours than credits: are columns exchanged?", "学时少于学分：是否写错列"),
    "nature-by-a-choice": (
        "the cell of the nature names a choice: read as a restricted elective",
        "课程性质栏只写明选课方向或几选几：视为限选",
    ),
    "choice-of-another-number": (
        "the choice names another number of courses or directions than are there: say among which courses one chooses",
        "所写“几选几”与实际数目不符：请确认选课范围",
    ),
    "no-semesters": (
        "no course has a semester: look whether the columns of semesters are read right",
        "所有课程均无开课学期：请核对学期各列是否读对",
    ),
    "semester-not-stated": (
        "nothing says in which semester these courses run, and of others the document does: left open",
        "未写明这些课程的开课学期（其他课程已写明）：留空",
    ),
    "terms-from-another-table": (
        "a table of its own says when courses run: joined to the courses by their names",
        "开课学期另列一表：已按课程名称并入各门课程",
    ),
    "terms-of-no-course": (
        "the table of terms has a course that no table of courses has: its terms were not read",
        "学期安排表中的该课程不在课程表中：其学期未读取",
    ),
    "terms-differ-in-another-table": (
        "another table names other semesters than that of the courses: the latter are taken; say which",
        "另一表所写开课学期与课程表不一致：以课程表为准；请确认",
    ),
    "named-otherwise-in-another-table": (
        "the table of terms has another name between two courses: read as the course between them",
        "学期安排表中该处课程名称不同：视为前后两门课程之间的课程",
    ),
    "date-read-as-semesters": (
        "a date stands where semesters should, as spreadsheets make of 1-2: read as typed",
        "学期栏中为日期（电子表格会将 1-2 转为日期）：按原输入读取",
    ),
    "assessed-in-other-semesters": (
        "the course is assessed in semesters in which it does not run: please confirm",
        "考核学期不在开课学期之内：请确认",
    ),
    "weekly-hours-in-other-semesters": (
        "the course has weekly hours in semesters in which it does not run: please confirm",
        "周学时所在学期不在开课学期之内：请确认",
    ),
    "prerequisite-left-out": (
        "a course that comes before this one is left out: it is named no more; please confirm",
        "所写先修课程已从方案中略去：不再列为先修；请确认",
    ),
    "certificate-course-left-out": (
        "a course of this certificate is left out: it is named no more; please confirm",
        "该证书所写课程已从方案中略去：不再列出；请确认",
    ),
    "semesters-after-the-last": (
        "the course runs in semesters after the last one of the plan: please confirm",
        "开课学期超出方案的学制：请确认",
    ),
    "weeks-next-to-weekly-hours": (
        "weeks of practice stand next to weekly hours: kept as weeks of the course",
        "周学时旁另写实践周数：按课程周数保存",
    ),
    "several-weekly-hours-in-one-term": (
        "the halves of the term have other weekly hours: the first are taken; say which",
        "学期前后两段的周学时不同：取前者；请确认",
    ),
    "nature-not-stated": (
        "nothing says whether these courses are required, and of others the document does: left open",
        "未写明这些课程为必修或选修（其他课程已写明）：留空",
    ),
    "nature-not-known": ("neither required nor elective: say which", "无法判断必修或选修：请确认"),
    "several-natures": ("more than one nature is ticked: say which", "勾选了多种课程性质：请确认"),
    "nature-differs-from-its-module": ("differs from what the module says", "与所在模块的性质不一致"),
    "assessment-not-known": ("neither an examination nor a check: say which", "无法判断考试或考查：请确认"),
    "semesters-differ": (
        "the list of semesters and the columns of terms differ: both were taken",
        "开课学期与各学期栏不一致：已合并",
    ),
    "hours-do-not-add-up": ("theory and practice do not make the hours", "理论与实践学时之和不等于总学时"),
    "part-larger-than-whole": ("a part has more hours than the whole", "分项学时大于总学时"),
    "line-without-figures": ("a course without credits, hours or weeks", "课程没有学分、学时或周数"),
    "numbers-skip": (
        "the numbers of the rows skip here: look whether a course is missing",
        "序号在此处不连续：请核对是否漏读课程",
    ),
    "number-stands-twice": (
        "the numbers of the rows stand twice, or go back, here: look whether both are courses",
        "序号在此处重复或倒退：请核对两行是否均为课程",
    ),
    "numbers-in-no-order": (
        "the numbers of the rows skip and go back often: they do not show whether a course is missing",
        "序号多处不连续：无法据此核对是否漏读课程",
    ),
    "lines-without-number": (
        "these lines have no number, and the others of the table have one: look whether each is a course",
        "这些行没有序号，而表中其余各行都有：请核对是否均为课程",
    ),
    "line-with-the-figures-of-a-module": (
        "the line has the credits and hours of all courses of a module: read as a course; it may be a total",
        "该行学分、学时与一个模块各课程之和相同：按课程读取；可能是合计行",
    ),
    "lines-called-as-modules": (
        "the lines are called as modules are: read as courses; the table may be one of totals",
        "各行名称均似课程模块：按课程读取；该表可能是统计表",
    ),
    "lines-stand-for-pools": (
        "a line stands for courses that students choose, and names none of them: read as one course",
        "该行代表供学生选修的若干课程而未列出名称：按一门课程读取",
    ),
    "line-twice": (
        "the table has the course twice with the same figures in the same semesters: both count; look whether they do",
        "同一表中该课程出现两次且学期、数值相同：均已计入；请核对",
    ),
    "hours-of-no-number-of-weeks": (
        "weekly hours and hours of these courses fit no number of weeks: look whether the columns are read right",
        "这些课程的周学时与总学时不对应任何合理周数：请核对各列是否读对",
    ),
    "cell-over-courses-and-terms": (
        "one cell over the semesters of several courses: it says nothing of any of them; not read",
        "一个单元格跨多门课程的多个学期，不属于其中任何一门：未读取",
    ),
    "cell-not-read": ("nothing over the cell says what it means: not read", "该单元格上方无表头，含义不明：未读取"),
    "rows-not-read": (
        "rows with numbers next to courses that are neither courses nor totals nor notes: not read",
        "课程表中有数值但不是课程、合计或说明的行：未读取",
    ),
    "figure-of-the-line-above": (
        "one cell of a figure over several courses: counted with the first of them",
        "多门课程共用一个数值单元格：计入第一门",
    ),
    "totals-of-no-lines": (
        "nothing tells which courses these totals are of: compared with nothing",
        "无法确定这些合计对应哪些课程：未核对",
    ),
    "sums-of-terms-differ": (
        "the total fits its courses, and its figures of these semesters do not: look at the columns",
        "合计与各课程相符，但这些学期的数值不符：请核对各学期栏",
    ),
    "subtotal-asks-for-a-choice": (
        "the total leaves out some of its courses: these may be a choice; all are counted; say how many are chosen",
        "合计小于各课程之和：这些课程可能是选修其中若干门，现全部计入；请说明选几门或几学分",
    ),
    "choice-says-more": (
        "the text of the choice asks for more of some of its courses, which was not read: please look",
        "选课要求对其中部分课程另有限定，未读取：请核对",
    ),
    "choice-of-other-credits": (
        "so many courses of the choice have other credits than it names: the number of courses is taken",
        "选课要求同时写明门数与学分，而按门数选出的学分与之不符：以门数为准",
    ),
    "filed-under-another-college": (
        "the form names another college to file the plan under: proposed; please confirm",
        "表中“归入院校”与学校名称不同：按所写归入院校提出；请确认",
    ),
    "sum-differs": ("the document's total is not that of its lines", "文档所写合计与各行之和不一致"),
    "row-not-read": (
        "the row is neither a course nor a total nor a note: not read",
        "该行不是课程、合计或说明：未读取",
    ),
    "table-of-another-kind": (
        "no table of courses, certificates, weeks or totals: not read",
        "不是课程、证书、周数或合计的表格：未读取",
    ),
    "table-of-changes": (
        "the table sets what was against what is: it is no table of courses, and was not read",
        "该表为变更前后对照，不是课程表：未读取",
    ),
    "courses-as-columns": (
        "the fields of courses stand below each other, and this layout was not read",
        "课程字段自上而下排列，此版式未能读取",
    ),
    "guide-sheet": ("a sheet that says how to fill in the others: not read", "填写说明工作表：未读取"),
    "only-certificates-read": ("only the certificates of this table were read", "该表只读取了证书"),
}
