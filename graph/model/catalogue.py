"""The catalogue of majors (专业目录): editions, categories, classes, majors and their lineage."""

from graph.model.codes import EDUCATION_LEVEL, STANDARD_STATE
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

_LEVEL_CODES = (
    Property(
        name="secondaryCode",
        description=Text(
            "Code at secondary level (中职). Null: no major of this level.", "中职层次的代码。null：该层次没有专业。"
        ),
        indexed=True,
        search=Search.CODE,
    ),
    Property(
        name="associateCode",
        description=Text(
            "Code at associate level (高职专科). Null: no major of this level.",
            "高职专科层次的代码。null：该层次没有专业。",
        ),
        indexed=True,
        search=Search.CODE,
    ),
    Property(
        name="bachelorCode",
        description=Text(
            "Code at vocational bachelor level (高职本科). Null: no major of this level.",
            "高职本科层次的代码。null：该层次没有专业。",
        ),
        indexed=True,
        search=Search.CODE,
    ),
)

# Editions whose majors are offered today: that of 2021 took the place of all before it, also where no source names the
# successor of a single major.
EDITIONS_IN_FORCE = ("2021", "undergraduate")
# Lists begin with the newest. Of the secondary catalogue before 2021 no source shows the edition.
EDITIONS_NEWEST_FIRST = (*EDITIONS_IN_FORCE, "2015", "2004", "before-2021")

CATALOGUE = NodeType(
    name="Catalogue",
    plural="catalogues",
    term="专业目录",
    description=Text("An edition of a catalogue of majors.", "专业目录的一个版本。"),
    key=("edition",),
    properties=(
        Property(
            name="edition",
            description=Text(
                "Edition, such as `2021`. Later supplements belong to the edition they extend.",
                "版本，如 `2021`。后续增补归入所增补的版本。",
            ),
            required=True,
        ),
        Property(
            name="name",
            description=Text("Name of the catalogue (Chinese).", "目录名称。"),
            required=True,
            search=Search.NAME,
        ),
    ),
    order=(),
    editions=EDITIONS_NEWEST_FIRST,
    lookups=(NaturalKey(properties=("edition",)),),
)

MAJOR_CATEGORY = NodeType(
    name="MajorCategory",
    plural="majorCategories",
    term="专业大类",
    description=Text(
        "A category of majors, shared by the three education levels; each level has its own two-digit code.",
        "专业大类，三个教育层次共用；各层次有各自的两位代码。",
    ),
    key=("edition", "name"),
    properties=(
        Property(name="edition", description=Text("Edition of the catalogue.", "目录版本。"), required=True),
        Property(
            name="name", description=Text("Name (Chinese).", "名称。"), required=True, search=Search.NAME, indexed=True
        ),
        *_LEVEL_CODES,
    ),
    order=("associateCode", "name"),
    editions=EDITIONS_NEWEST_FIRST,
    lookups=(NaturalKey(properties=("name", "edition"), defaults={"edition": "2021"}),),
)

MAJOR_CLASS = NodeType(
    name="MajorClass",
    plural="majorClasses",
    term="专业类",
    description=Text(
        "A class of majors within a category, shared by the three education levels; each level has its own four-digit code.",
        "专业大类中的专业类，三个教育层次共用；各层次有各自的四位代码。",
    ),
    key=("edition", "name"),
    properties=(
        Property(name="edition", description=Text("Edition of the catalogue.", "目录版本。"), required=True),
        Property(
            name="name", description=Text("Name (Chinese).", "名称。"), required=True, search=Search.NAME, indexed=True
        ),
        *_LEVEL_CODES,
    ),
    order=("associateCode", "name"),
    editions=EDITIONS_NEWEST_FIRST,
    lookups=(NaturalKey(properties=("name", "edition"), defaults={"edition": "2021"}),),
)

MAJOR = NodeType(
    name="Major",
    plural="majors",
    term="专业",
    description=Text(
        "A major (programme) of one edition of the catalogue. A code is unique only within its edition.",
        "专业目录某一版本中的一个专业。专业代码只在该版本内唯一。",
    ),
    key=("edition", "code"),
    key_fallback="name",
    properties=(
        Property(
            name="edition",
            description=Text(
                "Edition of the catalogue: `2021` (with its supplements), `2015`, `2004`, `before-2021` (secondary, edition not stated) or `undergraduate`.",
                "目录版本：`2021`（含历次增补）、`2015`、`2004`、`before-2021`（中职，版本未注明）或 `undergraduate`（普通本科）。",
            ),
            required=True,
            indexed=True,
        ),
        Property(
            name="code",
            description=Text(
                "Code as printed, six digits, with the suffix K where the state controls where it is offered. Null: no source shows it.",
                "目录所印代码，六位；国家控制布点专业带后缀 K。null：没有来源给出。",
            ),
            indexed=True,
            search=Search.CODE,
        ),
        Property(
            name="name", description=Text("Name (Chinese).", "名称。"), required=True, indexed=True, search=Search.NAME
        ),
        Property(
            name="educationLevel",
            type=EDUCATION_LEVEL,
            description=Text("Level of the diploma.", "学历层次。"),
            required=True,
            indexed=True,
        ),
        Property(
            name="isStateControlled",
            type=Scalar.BOOLEAN,
            description=Text(
                "国家控制布点: the state controls where it is offered (suffix K).", "国家控制布点专业（后缀 K）。"
            ),
            required=True,
        ),
        Property(
            name="standardState",
            type=STANDARD_STATE,
            description=Text(
                "What is known of its national teaching standard of 2025. Null: a major of another edition.",
                "其 2025 年国家教学标准的已知情况。null：其他版本目录的专业。",
            ),
            indexed=True,
        ),
        Property(
            name="addedNotBefore",
            type=Scalar.INT,
            least=FIRST_YEAR,
            most=LAST_YEAR,
            description=Text(
                "Year of the supplement that added it, or the earliest it can be. Null: in the base edition, or not known.",
                "增补年份，或可能的最早年份。null：属基础版本，或不详。",
            ),
        ),
        Property(
            name="addedNotAfter",
            type=Scalar.INT,
            least=FIRST_YEAR,
            most=LAST_YEAR,
            description=Text(
                "Year of the supplement that added it, or the latest it can be. Null: in the base edition, or not known.",
                "增补年份，或可能的最晚年份。null：属基础版本，或不详。",
            ),
        ),
    ),
    order=(),
    editions=EDITIONS_NEWEST_FIRST,
    lookups=(NaturalKey(properties=("code", "edition"), defaults={"edition": "2021"}),),
    distinguished_by=("edition", "educationLevel", "code"),
)

NODES = (CATALOGUE, MAJOR_CATEGORY, MAJOR_CLASS, MAJOR)

RELATIONSHIPS = (
    Relationship(
        type="PART_OF_CATALOGUE",
        structural=True,
        start="MajorCategory",
        end="Catalogue",
        forward="catalogue",
        forward_ends=Ends.ONE,
        forward_description=Text("The edition it belongs to.", "所属的目录版本。"),
        backward="categories",
        backward_ends=Ends.FEW,
        backward_expected=20,
        backward_description=Text(
            "The categories of this edition. Empty: not gathered for this edition.",
            "该版本的专业大类。空：尚未收录该版本的大类。",
        ),
    ),
    Relationship(
        type="PART_OF_CATEGORY",
        structural=True,
        start="MajorClass",
        end="MajorCategory",
        forward="category",
        forward_ends=Ends.ONE,
        forward_description=Text("The category (专业大类) of this class.", "所属的专业大类。"),
        backward="classes",
        backward_ends=Ends.FEW,
        backward_description=Text("The classes (专业类) of this category.", "该大类的专业类。"),
    ),
    Relationship(
        type="PART_OF_CLASS",
        structural=True,
        start="Major",
        end="MajorClass",
        forward="majorClass",
        forward_ends=Ends.ONE,
        forward_description=Text(
            "The class (专业类) of this major. Null: the source does not show it.", "所属的专业类。null：来源未注明。"
        ),
        backward="majors",
        backward_ends=Ends.MANY,
        backward_description=Text("The majors of this class, at every level.", "该专业类的专业，含各教育层次。"),
    ),
    Relationship(
        type="LISTED_IN",
        structural=True,
        start="Major",
        end="Catalogue",
        forward="catalogue",
        forward_ends=Ends.ONE,
        forward_description=Text("The edition that lists this major.", "收录该专业的目录版本。"),
        backward="majors",
        backward_ends=Ends.MANY,
        backward_expected=1500,
        backward_description=Text("The majors of this edition that we know.", "该版本中已收录的专业。"),
    ),
    Relationship(
        type="REPLACED_BY",
        start="Major",
        end="Major",
        forward="successors",
        forward_ends=Ends.FEW,
        forward_description=Text(
            "Majors of a later edition that took its place. Empty: no source states one.",
            "后一版本中取代它的专业。空：没有来源说明。",
        ),
        backward="predecessors",
        backward_ends=Ends.FEW,
        backward_description=Text(
            "Majors of an earlier edition whose place it took. Empty: no source states one.",
            "前一版本中被它取代的专业。空：没有来源说明。",
        ),
        properties=(
            Property(
                name="change",
                description=Text(
                    "Kind of change as the source writes it, such as 合并 or 代码调整.",
                    "来源所写的变化类型，如合并、代码调整。",
                ),
                required=True,
            ),
        ),
        explains=True,
    ),
)
