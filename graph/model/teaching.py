"""Teaching standards, their courses, and the occupations they prepare for."""

from graph.model.codes import COURSE_MODULE, OCCUPATION_GROUP_RANK, OCCUPATION_TEXT
from graph.model.core import (
    FIRST_YEAR,
    LAST_YEAR,
    Ends,
    NaturalKey,
    NodeType,
    Property,
    Relationship,
    Scalar,
    Search,
    Text,
)

TEACHING_STANDARD = NodeType(
    name="TeachingStandard",
    plural="teachingStandards",
    term="专业教学标准",
    description=Text(
        "The national teaching standard of a major, by year of publication.",
        "某专业的国家专业教学标准，按发布年份区分。",
    ),
    key=("year", "majorCode"),
    properties=(
        Property(
            name="year",
            type=Scalar.INT,
            least=FIRST_YEAR,
            most=LAST_YEAR,
            description=Text("Year of publication.", "发布年份。"),
            required=True,
            indexed=True,
        ),
        Property(
            name="majorCode",
            description=Text("Code of its major in the 2021 catalogue.", "所属专业在 2021 年版目录中的代码。"),
            required=True,
            indexed=True,
            search=Search.CODE,
        ),
        Property(
            name="name", description=Text("Name of its major.", "所属专业的名称。"), required=True, search=Search.NAME
        ),
        Property(
            name="duration",
            description=Text(
                "Years of study as the source writes it. Null: the source was not read for it.",
                "修业年限，按来源原文。null：未读取该部分。",
            ),
        ),
        Property(
            name="entry",
            description=Text("Who may enter, as written. Null: not read.", "入学基本要求，按原文。null：未读取。"),
        ),
        Property(
            name="industries",
            description=Text("Industries it serves (对应行业). Empty: not read.", "对应行业。空：未读取。"),
            many=True,
        ),
        Property(
            name="positions",
            description=Text("Positions it prepares for (主要岗位). Empty: not read.", "主要岗位。空：未读取。"),
            many=True,
        ),
        Property(
            name="certificatesNamed",
            description=Text(
                "Certificates that the standard names, as written. Empty: not read, or none.",
                "标准写明的证书，按原文。空：未读取，或没有。",
            ),
            many=True,
        ),
        Property(
            name="courseCount",
            type=Scalar.INT,
            least=0,
            description=Text(
                "Courses read in the standard. Common and practice courses are not in the source.",
                "从标准中读出的课程数。来源不含公共基础课程与实践环节。",
            ),
            required=True,
        ),
        Property(
            name="documentFile",
            description=Text(
                "File name of the ministry's document. Null: not known.", "教育部文件的文件名。null：不详。"
            ),
        ),
    ),
    order=("year", "majorCode"),
    lookups=(NaturalKey(properties=("majorCode", "year"), defaults={"year": "2025"}),),
)

COURSE = NodeType(
    name="Course",
    plural="courses",
    term="课程",
    description=Text("A course as one teaching standard lists it.", "某一专业教学标准所列的一门课程。"),
    key=("standardYear", "majorCode", "sequence"),
    properties=(
        Property(
            name="standardYear",
            type=Scalar.INT,
            least=FIRST_YEAR,
            most=LAST_YEAR,
            description=Text("Year of its teaching standard.", "所属专业教学标准的年份。"),
            required=True,
        ),
        Property(
            name="majorCode",
            description=Text("Major code of its teaching standard.", "所属专业教学标准的专业代码。"),
            required=True,
            indexed=True,
        ),
        Property(
            name="sequence",
            type=Scalar.INT,
            least=1,
            description=Text("Place in the standard's list, from 1.", "在标准所列课程中的次序，从 1 起。"),
            required=True,
        ),
        Property(
            name="name", description=Text("Name (Chinese).", "名称。"), required=True, indexed=True, search=Search.NAME
        ),
        Property(
            name="module",
            type=COURSE_MODULE,
            description=Text(
                "Module of the programme. Null: the source does not mark modules and no one has read this standard for them.",
                "所属课程模块。null：来源未标注模块，也没有人为此读过该标准。",
            ),
            indexed=True,
        ),
        Property(
            name="moduleBasis",
            description=Text(
                "How the module was determined, with its confidence. Null: no module.",
                "模块的判定方式及把握程度。null：无模块。",
            ),
        ),
        Property(
            name="nameAsRead",
            description=Text(
                "The name before cleaning, where cleaning changed it. Null: unchanged.",
                "整理前的名称（若整理有改动）。null：未改动。",
            ),
        ),
        Property(
            name="typicalTasks",
            description=Text(
                "Typical work tasks (典型工作任务描述) of a core course. Null: the document was not imported, or states none.",
                "核心课程的典型工作任务描述。null：未导入其文件，或文件未写明。",
            ),
            imported=True,
        ),
        Property(
            name="content",
            description=Text(
                "Main contents and demands (主要教学内容与要求) of a core course. Null: the document was not imported, or states none.",
                "核心课程的主要教学内容与要求。null：未导入其文件，或文件未写明。",
            ),
            imported=True,
        ),
    ),
    order=("sequence",),
    order_is_total=True,
    lookups=(NaturalKey(properties=("majorCode", "sequence", "standardYear"), defaults={"standardYear": "2025"}),),
)

OCCUPATION_GROUP = NodeType(
    name="OccupationGroup",
    plural="occupationGroups",
    term="职业分类大典的大类、中类、小类",
    description=Text(
        "A group of the national classification of occupations, edition 2022.",
        "国家职业分类大典（2022 年版）中的类目。",
    ),
    key=("edition", "code"),
    properties=(
        Property(
            name="edition",
            type=Scalar.INT,
            least=FIRST_YEAR,
            most=LAST_YEAR,
            description=Text("Edition of the classification.", "职业分类的版本。"),
            required=True,
        ),
        Property(
            name="code",
            description=Text(
                "Code: 2 (大类), 2-02 (中类) or 2-02-10 (小类).", "代码：2（大类）、2-02（中类）或 2-02-10（小类）。"
            ),
            required=True,
            indexed=True,
            search=Search.CODE,
        ),
        Property(
            name="name",
            description=Text("Name (Chinese).", "名称。"),
            required=True,
            search=Search.NAME,
        ),
        Property(
            name="rank",
            type=OCCUPATION_GROUP_RANK,
            description=Text("Rank in the classification.", "在分类中的级别。"),
            required=True,
            indexed=True,
        ),
    ),
    order=("edition", "code"),
    lookups=(NaturalKey(properties=("code", "edition"), defaults={"edition": "2022"}),),
)

OCCUPATION = NodeType(
    name="Occupation",
    plural="occupations",
    term="职业",
    description=Text("An occupation of the national classification (职业分类大典).", "国家职业分类大典中的职业。"),
    key=("edition", "code"),
    key_fallback="name",
    properties=(
        Property(
            name="edition",
            type=Scalar.INT,
            least=FIRST_YEAR,
            most=LAST_YEAR,
            description=Text("Edition of the classification.", "职业分类的版本。"),
            required=True,
        ),
        Property(
            name="code",
            description=Text(
                "Four-part code such as 2-02-10-03. Null: the source that names the occupation shows no codes.",
                "四段代码，如 2-02-10-03。null：写明该职业的来源没有代码。",
            ),
            indexed=True,
            search=Search.CODE,
        ),
        Property(
            name="name",
            description=Text("Name (Chinese).", "名称。"),
            required=True,
            indexed=True,
            search=Search.NAME,
        ),
        Property(
            name="standsIn",
            type=OCCUPATION_TEXT,
            description=Text("Which text of the classification has it.", "见于分类的哪一文本。"),
            required=True,
            indexed=True,
        ),
        Property(
            name="isGreen",
            type=Scalar.BOOLEAN,
            description=Text(
                "绿色职业 (mark L). Null: not in the table of 2022.", "绿色职业（标识 L）。null：不在 2022 年表中。"
            ),
        ),
        Property(
            name="isDigital",
            type=Scalar.BOOLEAN,
            description=Text(
                "数字职业 (mark S). Null: not in the table of 2022.", "数字职业（标识 S）。null：不在 2022 年表中。"
            ),
        ),
        Property(
            name="skillStandardName",
            description=Text(
                "Title of the national occupational skill standard of this code, where it differs or exists. Null: none seen.",
                "该代码的国家职业标准名称（名称不同或存在时）。null：未见。",
            ),
            search=Search.ALIAS,
        ),
        Property(
            name="skillStandardEdition",
            description=Text("Edition of that skill standard. Null: none seen.", "该国家职业标准的版本。null：未见。"),
        ),
        Property(
            name="workFunctions",
            description=Text(
                "Work functions (职业功能) of that skill standard. Empty: none seen.",
                "该国家职业标准的职业功能。空：未见。",
            ),
            many=True,
        ),
    ),
    order=("edition", "code"),
    lookups=(NaturalKey(properties=("code", "edition"), defaults={"edition": "2022"}),),
)

NODES = (TEACHING_STANDARD, COURSE, OCCUPATION_GROUP, OCCUPATION)

RELATIONSHIPS = (
    Relationship(
        type="STANDARD_OF",
        structural=True,
        start="TeachingStandard",
        end="Major",
        forward="major",
        forward_ends=Ends.ONE,
        forward_description=Text("The major it is the standard of.", "该标准所属的专业。"),
        backward="teachingStandards",
        backward_ends=Ends.FEW,
        backward_description=Text(
            "National teaching standards of this major. Empty: none is here; `standardState` says whether one exists.",
            "该专业的国家专业教学标准。空：图中没有；是否存在见 `standardState`。",
        ),
        explains=True,
    ),
    Relationship(
        type="HAS_COURSE",
        structural=True,
        start="TeachingStandard",
        end="Course",
        forward="courses",
        forward_ends=Ends.FEW,
        forward_expected=25,
        forward_description=Text("Its courses in the order of the standard.", "课程，按标准的次序。"),
        backward="teachingStandard",
        backward_ends=Ends.ONE,
        backward_description=Text("The teaching standard that lists it.", "列出该课程的专业教学标准。"),
        explains=True,
    ),
    Relationship(
        type="PREPARES_FOR",
        start="TeachingStandard",
        end="Occupation",
        forward="occupations",
        forward_ends=Ends.FEW,
        forward_description=Text("Occupations it prepares for (主要职业类别).", "面向的职业（主要职业类别）。"),
        backward="teachingStandards",
        backward_ends=Ends.MANY,
        backward_description=Text("Teaching standards that prepare for this occupation.", "面向该职业的专业教学标准。"),
        explains=True,
    ),
    Relationship(
        type="PREPARES_FOR_GROUP",
        start="TeachingStandard",
        end="OccupationGroup",
        forward="occupationGroups",
        forward_ends=Ends.FEW,
        forward_description=Text(
            "Occupation groups it prepares for, where the standard names a group instead of an occupation.",
            "标准以类目代替具体职业时所面向的职业类目。",
        ),
        backward="teachingStandards",
        backward_ends=Ends.MANY,
        backward_description=Text("Teaching standards that prepare for this group.", "面向该类目的专业教学标准。"),
    ),
    Relationship(
        type="NAMES_CERTIFICATE",
        start="TeachingStandard",
        end="Certificate",
        forward="certificates",
        forward_ends=Ends.FEW,
        forward_description=Text("Certificates that the standard names and that we know.", "标准写明且已收录的证书。"),
        backward="teachingStandards",
        backward_ends=Ends.MANY,
        backward_description=Text("Teaching standards that name this certificate.", "写明该证书的专业教学标准。"),
        explains=True,
    ),
    Relationship(
        type="IN_GROUP",
        structural=True,
        start="Occupation",
        end="OccupationGroup",
        forward="group",
        forward_ends=Ends.ONE,
        forward_description=Text("The group (小类) of this occupation.", "该职业所属的小类。"),
        backward="occupations",
        backward_ends=Ends.MANY,
        backward_description=Text("Occupations of this group (小类).", "该小类的职业。"),
    ),
    Relationship(
        type="PART_OF_GROUP",
        structural=True,
        start="OccupationGroup",
        end="OccupationGroup",
        forward="parent",
        forward_ends=Ends.ONE,
        forward_description=Text("The group above it. Null: a 大类.", "上一级类目。null：大类。"),
        backward="children",
        backward_ends=Ends.FEW,
        backward_expected=12,
        backward_description=Text("The groups directly below it.", "直属的下一级类目。"),
    ),
)
