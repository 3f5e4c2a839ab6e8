"""The code lists of the domain, each code with its Chinese term."""

from graph.model.core import CodeList, Text

EDUCATION_LEVEL = CodeList(
    "EducationLevel",
    Text("Level of the diploma.", "学历层次。"),
    {
        "SECONDARY": Text("中职: secondary vocational.", "中职：中等职业教育。"),
        "ASSOCIATE": Text("高职专科: higher vocational, three-year associate.", "高职专科：高等职业教育专科，三年制。"),
        "BACHELOR": Text("高职本科 (职业本科): vocational bachelor.", "高职本科（职业本科）：高等职业教育本科。"),
        "UNDERGRADUATE": Text(
            "普通本科: ordinary undergraduate, outside the vocational catalogue.", "普通本科：职业教育目录之外的本科。"
        ),
    },
)

CERTIFICATE_LEVEL_CODE = CodeList(
    "CertificateLevelCode",
    Text("Level of a vocational skill level certificate.", "职业技能等级证书的等级。"),
    {
        "ELEMENTARY": Text("初级.", "初级。"),
        "INTERMEDIATE": Text("中级; includes 初级 where the standard says so.", "中级；标准写明时包含初级。"),
        "ADVANCED": Text("高级; includes 中级 where the standard says so.", "高级；标准写明时包含中级。"),
    },
)

REQUIREMENT_WORDING = CodeList(
    "RequirementWording",
    Text("Whose words the text of a requirement is in.", "技能要求文本的措辞出处。"),
    {
        "OFFICIAL": Text("原文: the words of the standard.", "原文：标准的原文措辞。"),
        "ABRIDGED": Text(
            "节略: our short wording under the official code; never to be quoted as the standard's.",
            "节略：官方编号下由本系统节略的文字，不得作为标准原文引用。",
        ),
    },
)

REQUIREMENT_DEPTH = CodeList(
    "RequirementDepth",
    Text(
        "What a requirement asks of the learner, by the verb of its official wording.",
        "技能要求对学习者的程度要求，依官方原文的动词。",
    ),
    {
        "KNOW": Text("了解: to know of it.", "了解。"),
        "UNDERSTAND": Text("理解: to understand it.", "理解。"),
        "MASTER": Text("掌握: to master it; also 理解和掌握.", "掌握，包括“理解和掌握”。"),
        "USE": Text("能够使用、应用: to be able to use it.", "能够使用、应用。"),
    },
)

COURSE_MODULE = CodeList(
    "CourseModule",
    Text("Module of a programme to which a course belongs.", "课程在专业中所属的模块。"),
    {
        "COMMON": Text("公共基础课程: common courses.", "公共基础课程。"),
        "FOUNDATION": Text("专业基础课程: professional foundation.", "专业基础课程。"),
        "CORE": Text("专业核心课程: professional core.", "专业核心课程。"),
        "EXTENSION": Text("专业拓展课程: professional extension.", "专业拓展课程。"),
        "EXTENSION_OR_CORE": Text(
            "专业拓展或核心课程: the source does not let us tell which of the two.",
            "专业拓展或核心课程：来源不足以区分。",
        ),
        "PRACTICE": Text("实践: practice.", "实践教学环节。"),
    },
)

OCCUPATION_GROUP_RANK = CodeList(
    "OccupationGroupRank",
    Text(
        "Rank of a group in the national classification of occupations (职业分类大典).",
        "国家职业分类大典中类目的级别。",
    ),
    {
        "MAJOR": Text("大类, code 2.", "大类，代码如 2。"),
        "MIDDLE": Text("中类, code 2-02.", "中类，代码如 2-02。"),
        "MINOR": Text("小类, code 2-02-10.", "小类，代码如 2-02-10。"),
    },
)

OCCUPATION_TEXT = CodeList(
    "OccupationText",
    Text("Which text of the classification has an occupation under this name.", "职业名称见于分类的哪一文本。"),
    {
        "PRINTED": Text(
            "正式出版的大典: the printed book, as far as it could be read.", "正式出版的大典（在可识别的范围内）。"
        ),
        "DRAFT": Text("公示稿: the table published for comment alone.", "仅见于公示稿。"),
        "STANDARD": Text(
            "标准: a teaching standard names the code, and neither text of the classification has it.",
            "仅见于标准：专业教学标准写有该代码，而分类的两种文本均无。",
        ),
    },
)

STANDARD_STATE = CodeList(
    "StandardState",
    Text("What is known of the national teaching standard of a major.", "专业的国家教学标准的已知情况。"),
    {
        "READ": Text("已读: it is in the graph.", "已读：已在图中。"),
        "EXISTS_NOT_READ": Text(
            "有而未读: one exists, and no one has read it here. The source of the standards holds no major with the suffix K.",
            "有而未读：标准存在，但本系统未读取。标准的来源中没有代码带 K 的专业。",
        ),
        "MAY_EXIST": Text(
            "可能有: 41 of the standards for associate majors were not read, and no source we have says whose they are.",
            "可能有：高职专科标准中有 41 项未读取，现有来源未说明属于哪些专业。",
        ),
        "NONE": Text(
            "无: the standards of 2025 for this level are all here, and none is of this major.",
            "无：该层次 2025 年的标准均已在图中，其中没有本专业。",
        ),
    },
)

OCCUPATIONAL_GRADE = CodeList(
    "OccupationalGrade",
    Text("Grade of a national occupational standard.", "国家职业标准的等级。"),
    {
        "GRADE_5": Text("五级 (初级工): the lowest.", "五级（初级工），最低。"),
        "GRADE_4": Text("四级 (中级工).", "四级（中级工）。"),
        "GRADE_3": Text("三级 (高级工).", "三级（高级工）。"),
        "GRADE_2": Text("二级 (技师).", "二级（技师）。"),
        "GRADE_1": Text("一级 (高级技师): the highest.", "一级（高级技师），最高。"),
    },
)

PLAN_COMPLETENESS = CodeList(
    "PlanCompleteness",
    Text("How much of a training plan is here.", "人才培养方案的收录程度。"),
    {
        "FRAGMENT": Text("片段: a head, or some lines.", "片段：表头或部分课程行。"),
        "WITHOUT_PUBLIC_COURSES": Text(
            "缺公共课: the lines of professional courses that a transcription kept. Public courses are largely missing, so "
            "that sums over the lines are no totals of the plan.",
            "缺公共课：转录保留的专业课程行。公共课大多缺失，各行之和不是方案的总计。",
        ),
        "WHOLE": Text(
            "完整: every course that the college's document lists, as an import read it.",
            "完整：院校文件所列的全部课程，由导入读取。",
        ),
    },
)

PLAN_STATUS = CodeList(
    "PlanStatus",
    Text("State of a training plan.", "人才培养方案的状态。"),
    {
        "DRAFT": Text("草案: being worked on at the college.", "草案：院校尚在编制。"),
        "PUBLISHED": Text(
            "已发布: as the college gives it out. It never changes; a later version follows it.",
            "已发布：院校正式使用的方案，不再修改，由新版本接续。",
        ),
    },
)

PLAN_GROUP_KIND = CodeList(
    "PlanGroupKind",
    Text("What is chosen of a group of lines.", "分组的选择方式。"),
    {
        "CHOOSE_ONE": Text("选项: as many options as `choose` says.", "选项：按 `choose` 所示数目选择选项。"),
        "CHOOSE_CREDITS": Text("选学分: lines of as many credits as stated.", "选学分：选足所示学分的课程。"),
        "ALTERNATIVES": Text(
            "任选其一: one of the lines, which share the figures of one cell.", "任选其一：数门课程共用一格学时学分。"
        ),
    },
)

COURSE_NATURE = CodeList(
    "CourseNature",
    Text("Whether students must take a course.", "课程性质。"),
    {
        "REQUIRED": Text("必修: all students take it.", "必修。"),
        "RESTRICTED_ELECTIVE": Text("限选: chosen from a short list.", "限定选修。"),
        "ELECTIVE": Text("选修: chosen freely.", "选修（任选）。"),
    },
)

OUTCOME_KIND = CodeList(
    "OutcomeKind",
    Text("Kind of what a graduate is to reach.", "培养规格的类别。"),
    {
        "QUALITY": Text("素质: what a graduate is.", "素质。"),
        "KNOWLEDGE": Text("知识: what a graduate knows.", "知识。"),
        "ABILITY": Text("能力: what a graduate can do.", "能力。"),
    },
)

SUITS_RELATION = CodeList(
    "SuitsRelation",
    Text("What kind of source says that a certificate suits a major.", "说明证书适用于某专业的来源类型。"),
    {
        "STANDARD": Text("标准: the skill level standard itself.", "职业技能等级标准本身。"),
        "TEACHING_STANDARD": Text(
            "专业教学标准: a national teaching standard, year not stated.", "国家专业教学标准（年份未注明）。"
        ),
        "TEACHING_STANDARD_2025": Text(
            "专业教学标准: the national teaching standard of 2025.", "2025 年国家专业教学标准。"
        ),
        "MAJOR_PROFILE_2022": Text("专业简介: the national profile of the major of 2022.", "2022 年国家专业简介。"),
        "PILOT_PRACTICE": Text("试点实践: a pilot of it in this major.", "该专业的试点实践。"),
        "PAPER": Text("论文: a paper on the standard.", "关于该标准的论文。"),
        "ISSUER_NOTE": Text("颁发机构说明: a note of the organisation that issues it.", "颁发机构的说明。"),
        "REPORTED_BY_COLLEGES": Text(
            "院校填报: only what colleges write, unchecked. National figures leave it out unless it is asked for.",
            "院校填报：仅由院校自述，未经核对；除非另行要求，不计入全国数据。",
        ),
    },
)

RECORD_SCOPE = CodeList(
    "RecordScope",
    Text("What a record or a rule speaks of.", "记录或规则所涉及的范围。"),
    {
        "NATIONAL": Text("The whole country.", "全国。"),
        "PROVINCE": Text("One province.", "一个省份。"),
        "COLLEGE": Text("One college.", "一所院校。"),
        "COURSE": Text("One course of a college.", "一所院校的一门课程。"),
        "ISSUER": Text("One training and evaluation organisation.", "一个培训评价组织。"),
        "CITY": Text("One city.", "一个城市。"),
        "EVENT": Text("One examination sitting, or another single event.", "一场考试，或其他单次活动。"),
        "OTHER": Text("Another scope; the note says which.", "其他范围，见备注。"),
    },
)

RULE_KIND = CodeList(
    "RuleKind",
    Text("What a rule is about.", "规则的内容类别。"),
    {
        "HOURS": Text(
            "学时、学分与课程门数: hours, credits and numbers of courses of a plan.", "学时、学分与课程门数。"
        ),
        "SECTION": Text(
            "Required section of a training plan or teaching standard.", "人才培养方案或专业教学标准的必备部分。"
        ),
        "COMMON_COURSE": Text("公共基础课程 that a plan must or may contain.", "方案必须或可以包含的公共基础课程。"),
        "EXAMINATION": Text(
            "Fee, length, weights and pass mark of a certificate examination.",
            "证书考试的费用、时长、分值比例与合格线。",
        ),
        "PLAN_FRAME": Text("A college's own frame for its plans.", "院校自定的方案框架。"),
        "PLACEMENT": Text("实习: placements of students, their length and terms.", "学生实习：时间与用语。"),
        "CREDIT_CONVERSION": Text(
            "学分转换: what a college lets a certificate stand for.", "学分转换：院校允许证书转换哪些课程与学分。"
        ),
        "PARTICIPATION": Text(
            "参与试点的院校: kinds of college that take part in the pilot, or are preferred.",
            "参与试点的院校：参与试点或优先考虑的院校类别。",
        ),
        "SELECTION": Text(
            "遴选步骤: how training and evaluation organisations are selected.", "遴选步骤：如何遴选培训评价组织。"
        ),
        "RECRUITMENT": Text(
            "招募条件与材料: what an organisation must be, and hand in, to be recruited.",
            "招募条件与材料：应募组织应具备的条件和应提交的材料。",
        ),
        "INTEGRATION": Text(
            "书证融通: how standards, training contents and examinations of both sides are joined.",
            "书证融通：两类标准、培训内容与考核如何衔接。",
        ),
        "RECORDING": Text(
            "登记、查询与学分: how certificates are recorded, queried and credited.",
            "登记、查询与学分：证书如何登记、查询并折算学分。",
        ),
        "TEACHERS": Text("师资: how many teachers, and of what kind.", "师资：教师的数量与结构。"),
        "FUNDING": Text("经费: how the pilot is paid for.", "经费：试点经费如何安排。"),
        "ADMINISTRATION": Text("组织实施: who organises the pilot, and how.", "组织实施：由谁、如何组织试点。"),
    },
)

RULE_FORCE = CodeList(
    "RuleForce",
    Text("How strictly a rule binds, as its text says.", "规则的约束力，以其原文表述为准。"),
    {
        "MUST": Text("The text states it without reserve.", "原文无保留地规定。"),
        "AS_A_RULE": Text("一般: as a rule; a deviation breaks nothing.", "一般：通常如此，偏离不算违反。"),
        "IN_PRINCIPLE": Text("原则上: in principle; a deviation needs a reason.", "原则上：偏离须有理由。"),
        "REFERENCE": Text("参考: given as a reference.", "参考：仅供参照。"),
        "TERM": Text("Says what a term means, or how something is counted.", "说明术语含义或计算方法。"),
    },
)

RULE_COMPUTABLE = CodeList(
    "RuleComputable",
    Text("What a rule can be judged from.", "判断规则所依据的内容。"),
    {
        "FROM_PLAN": Text("The lines of a training plan.", "培养方案的课程行。"),
        "FROM_DOCUMENT": Text("The headings of its document.", "方案文件的标题。"),
        "FROM_WEEK_TABLE": Text("Its week table.", "方案的周数分配表。"),
        "PARTLY": Text(
            "The lines in part; the rest a plan seldom shows.", "部分可由课程行判断，其余内容方案中很少写明。"
        ),
        "NOT_FROM_PLAN": Text("Nothing in a training plan.", "培养方案中没有可据以判断的内容。"),
    },
)

RULE_MEASURE = CodeList(
    "RuleMeasure",
    Text("What of a training plan a rule measures.", "规则衡量培养方案的哪一项。"),
    {
        "HOURS": Text("Hours of the lines in its scope.", "范围内课程行的学时。"),
        "CREDITS": Text("Credits of the lines in its scope.", "范围内课程行的学分。"),
        "HOURS_SHARE": Text("Their share of all hours.", "范围内学时占总学时的比例。"),
        "PRACTICE_SHARE": Text("Share of practice in all hours.", "实践学时占总学时的比例。"),
        "SHARE_BEFORE": Text(
            "Share of the hours in the semesters before the lines in its scope.",
            "范围内课程行所在学期之前的学时占总学时的比例。",
        ),
        "HOURS_PER_CREDIT": Text("Hours for each credit, line by line.", "每行课程每学分对应的学时。"),
        "COURSES": Text("Number of courses in its scope; parts of one count once.", "课程门数；分段课程计一门。"),
        "WEEKS": Text("Weeks of the lines in its scope.", "范围内课程行的周数。"),
        "HOURS_OR_WEEKS": Text("Hours, or else weeks, of these lines.", "学时，或以周数计。"),
        "HOURS_EACH_SEMESTER": Text("Hours in each semester of study.", "每学期的学时。"),
        "WEEKLY_HOURS": Text("Hours a week, in each semester of a line.", "开课各学期的周学时。"),
        "COURSE_OFFERED": Text("Whether any of the courses is offered.", "是否开设其中任一课程。"),
        "COURSES_OFFERED": Text("Whether each of the courses is offered.", "是否开设全部所列课程。"),
        "TERM_ABSENT": Text("Whether no line has one of these names.", "课程行是否不再使用这些名称。"),
        "SECTION": Text(
            "Whether the document has the heading, or the plan states what stands under it.",
            "文件是否有该标题，或方案是否已写明该部分的内容。",
        ),
        "WEEKS_OF_YEAR": Text("Weeks of each year in the week table.", "周数分配表中每学年的周数。"),
    },
)

POLICY_KIND = CodeList(
    "PolicyKind",
    Text("Kind of a policy document.", "政策文件的类型。"),
    {
        "POLICY": Text("Policy, plan or opinion.", "方案、规划或意见。"),
        "NOTICE": Text("Notice.", "通知。"),
        "LETTER": Text("Official letter.", "函。"),
        "STANDARD": Text("Published catalogue or standard.", "公布的目录或标准。"),
        "EVENT": Text("Meeting, report or press conference.", "会议、报告或新闻发布会。"),
        "DRAFT": Text(
            "Document that was being written; `adoptedAs` names what became of it.",
            "起草中的文件；`adoptedAs` 给出其后正式印发的文件。",
        ),
    },
)

RECRUITMENT_FIELD_KIND = CodeList(
    "RecruitmentFieldKind",
    Text("Why a field is on the list.", "某领域列入名单的原因。"),
    {
        "INDUSTRY": Text(
            "急需产业领域: an industry that needs skilled people first.", "急需产业领域：急需技术技能人才的产业。"
        ),
        "SOCIAL_SERVICE": Text("社会服务领域: a field of social services.", "社会服务领域。"),
        "OTHER": Text("其他领域: any other field short of skilled people.", "其他领域：技术技能人才紧缺的其他领域。"),
        "IN_SELECTION": Text(
            "正在遴选的领域: organisations for it were in selection when the source was written.",
            "正在遴选的领域：来源成文时，该领域的培训评价组织正在遴选中。",
        ),
    },
)

PLATFORM_STATUS = CodeList(
    "PlatformStatus",
    Text("Where a national platform stood on a day.", "国家平台在某日的状态。"),
    {"BUILDING": Text("建设中: being built.", "建设中。"), "IN_USE": Text("已启用: in use.", "已启用。")},
)

POLICY_EFFECT = CodeList(
    "PolicyEffect",
    Text("What a policy does to vocational skill level certificates.", "政策对职业技能等级证书的作用。"),
    {
        "FOUNDS": Text("Starts the certificates, or their pilot.", "启动证书制度或其试点。"),
        "STANDARDISES": Text("Says how their skill level standards are made.", "规定职业技能等级标准的制定办法。"),
        "ANNOUNCES": Text("Publishes the certificates of a batch.", "公布一个批次的证书。"),
        "SUPERVISES": Text("Says who supervises them, and what they are worth.", "规定监管主体与证书效力。"),
        "TRANSFERS": Text("Hands them over to another authority.", "移交给其他主管部门。"),
    },
)
