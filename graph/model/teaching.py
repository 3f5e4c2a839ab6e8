"""Teaching standards, their courses, and the occupations they prepare for."""

from graph.model.codes import COURSE_MODULE, OCCUPATION_RANK
from graph.model.core import Ends, Lookup, NodeType, Property, Relationship, Scalar, Search

TEACHING_STANDARD = NodeType(
    name="TeachingStandard",
    plural="teachingStandards",
    term="专业教学标准",
    description="The national teaching standard of a major, by year of publication.",
    key=("year", "majorCode"),
    properties=(
        Property(name="year", type=Scalar.INT, description="Year of publication.", required=True, indexed=True),
        Property(
            name="majorCode",
            description="Code of its major in the 2021 catalogue.",
            required=True,
            indexed=True,
            search=Search.CODE,
        ),
        Property(name="name", description="Name of its major.", required=True, search=Search.NAME),
        Property(
            name="duration", description="Years of study as the source writes it. Null: the source was not read for it."
        ),
        Property(name="industries", description="Industries it serves (对应行业). Empty: not read.", many=True),
        Property(name="positions", description="Positions it prepares for (主要岗位). Empty: not read.", many=True),
        Property(
            name="certificatesNamed",
            description="Certificates that the standard names, as written. Empty: not read, or none.",
            many=True,
        ),
        Property(
            name="courseCount",
            type=Scalar.INT,
            description="Courses read in the standard. Common and practice courses are not in the source.",
            required=True,
        ),
        Property(name="documentFile", description="File name of the ministry's document. Null: not known."),
    ),
    order=("year", "majorCode"),
    lookups=(Lookup(properties=("majorCode", "year"), defaults={"year": "2025"}),),
)

COURSE = NodeType(
    name="Course",
    plural="courses",
    term="课程",
    description="A course as one teaching standard lists it.",
    key=("standardYear", "majorCode", "sequence"),
    properties=(
        Property(name="standardYear", type=Scalar.INT, description="Year of its teaching standard.", required=True),
        Property(name="majorCode", description="Major code of its teaching standard.", required=True, indexed=True),
        Property(name="sequence", type=Scalar.INT, description="Place in the standard's list, from 1.", required=True),
        Property(name="name", description="Name (Chinese).", required=True, indexed=True, search=Search.NAME),
        Property(
            name="module",
            type=COURSE_MODULE,
            description="Module of the programme. Null: the source does not mark modules and nobody has read this standard for them.",
            indexed=True,
        ),
        Property(name="moduleBasis", description="How the module was told, with its confidence. Null: no module."),
        Property(
            name="nameAsRead", description="The name before cleaning, where cleaning changed it. Null: unchanged."
        ),
    ),
    order=("sequence",),
    order_is_total=True,
    lookups=(Lookup(properties=("majorCode", "sequence", "standardYear"), defaults={"standardYear": "2025"}),),
)

OCCUPATION_GROUP = NodeType(
    name="OccupationGroup",
    plural="occupationGroups",
    term="职业分类大典的大类、中类、小类",
    description="A group of the national classification of occupations, edition 2022.",
    key=("edition", "code"),
    properties=(
        Property(name="edition", type=Scalar.INT, description="Edition of the classification.", required=True),
        Property(
            name="code",
            description="Code: 2 (大类), 2-02 (中类) or 2-02-10 (小类).",
            required=True,
            indexed=True,
            search=Search.CODE,
        ),
        Property(name="name", description="Name (Chinese). Null: the source shows the code only.", search=Search.NAME),
        Property(
            name="rank", type=OCCUPATION_RANK, description="Rank in the classification.", required=True, indexed=True
        ),
    ),
    order=("edition", "code"),
    lookups=(Lookup(properties=("code", "edition"), defaults={"edition": "2022"}),),
)

OCCUPATION = NodeType(
    name="Occupation",
    plural="occupations",
    term="职业",
    description="An occupation of the national classification (职业分类大典).",
    key=("edition", "code"),
    properties=(
        Property(name="edition", type=Scalar.INT, description="Edition of the classification.", required=True),
        Property(
            name="code",
            description="Four-part code such as 2-02-10-03.",
            required=True,
            indexed=True,
            search=Search.CODE,
        ),
        Property(
            name="name",
            description="Name (Chinese). Null: a standard names the code, and no source we have names the occupation.",
            indexed=True,
            search=Search.NAME,
        ),
        Property(name="isGreen", type=Scalar.BOOLEAN, description="绿色职业 (mark L). Null: not in the table of 2022."),
        Property(
            name="isDigital", type=Scalar.BOOLEAN, description="数字职业 (mark S). Null: not in the table of 2022."
        ),
        Property(
            name="skillStandardName",
            description="Title of the national occupational skill standard of this code, where it differs or exists. Null: none seen.",
            search=Search.ALIAS,
        ),
        Property(name="skillStandardEdition", description="Edition of that skill standard. Null: none seen."),
        Property(
            name="workFunctions",
            description="Work functions (职业功能) of that skill standard. Empty: none seen.",
            many=True,
        ),
    ),
    order=("edition", "code"),
    lookups=(Lookup(properties=("code", "edition"), defaults={"edition": "2022"}),),
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
        forward_description="The major it is the standard of.",
        backward="teachingStandards",
        backward_ends=Ends.FEW,
        backward_description="National teaching standards of this major. Empty: none gathered; 717 of the 758 of 2025 are here.",
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
        forward_description="Its courses in the order of the standard.",
        backward="teachingStandard",
        backward_ends=Ends.ONE,
        backward_description="The teaching standard that lists it.",
        explains=True,
    ),
    Relationship(
        type="PREPARES_FOR",
        start="TeachingStandard",
        end="Occupation",
        forward="occupations",
        forward_ends=Ends.FEW,
        forward_description="Occupations it prepares for (主要职业类别).",
        backward="teachingStandards",
        backward_ends=Ends.MANY,
        backward_description="Teaching standards that prepare for this occupation.",
        explains=True,
    ),
    Relationship(
        type="PREPARES_FOR_GROUP",
        start="TeachingStandard",
        end="OccupationGroup",
        forward="occupationGroups",
        forward_ends=Ends.FEW,
        forward_description="Occupation groups it prepares for, where the standard names a group instead of an occupation.",
        backward="teachingStandards",
        backward_ends=Ends.MANY,
        backward_description="Teaching standards that prepare for this group.",
    ),
    Relationship(
        type="NAMES_CERTIFICATE",
        start="TeachingStandard",
        end="Certificate",
        forward="certificates",
        forward_ends=Ends.FEW,
        forward_description="Certificates that the standard names and that we know.",
        backward="teachingStandards",
        backward_ends=Ends.MANY,
        backward_description="Teaching standards that name this certificate.",
        explains=True,
    ),
    Relationship(
        type="IN_GROUP",
        structural=True,
        start="Occupation",
        end="OccupationGroup",
        forward="group",
        forward_ends=Ends.ONE,
        forward_description="The group (小类) of this occupation.",
        backward="occupations",
        backward_ends=Ends.MANY,
        backward_description="Occupations of this group (小类).",
    ),
    Relationship(
        type="PART_OF_GROUP",
        structural=True,
        start="OccupationGroup",
        end="OccupationGroup",
        forward="parent",
        forward_ends=Ends.ONE,
        forward_description="The group above it. Null: a 大类.",
        backward="children",
        backward_ends=Ends.FEW,
        backward_expected=12,
        backward_description="The groups directly below it.",
    ),
)
