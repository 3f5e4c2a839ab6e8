"""The catalogue of majors (专业目录): editions, categories, classes, majors and their lineage."""

from graph.model.codes import EDUCATION_LEVEL
from graph.model.core import Ends, Lookup, NodeType, Property, Relationship, Scalar, Search

_LEVEL_CODES = (
    Property(
        name="secondaryCode",
        description="Code at secondary level (中职). Null: no major of this level.",
        indexed=True,
        search=Search.CODE,
    ),
    Property(
        name="associateCode",
        description="Code at associate level (高职专科). Null: no major of this level.",
        indexed=True,
        search=Search.CODE,
    ),
    Property(
        name="bachelorCode",
        description="Code at vocational bachelor level (高职本科). Null: no major of this level.",
        indexed=True,
        search=Search.CODE,
    ),
)

# Editions whose majors are offered today: that of 2021 took the place of all before it, also where no source names the
# successor of a single major.
EDITIONS_IN_FORCE = ("2021", "undergraduate")

CATALOGUE = NodeType(
    name="Catalogue",
    plural="catalogues",
    term="专业目录",
    description="An edition of a catalogue of majors.",
    key=("edition",),
    properties=(
        Property(
            name="edition",
            description="Edition, such as `2021`. Later supplements belong to the edition they extend.",
            required=True,
        ),
        Property(name="name", description="Name of the catalogue (Chinese).", required=True, search=Search.NAME),
    ),
    order=("edition",),
    lookups=(Lookup(properties=("edition",)),),
)

MAJOR_CATEGORY = NodeType(
    name="MajorCategory",
    plural="majorCategories",
    term="专业大类",
    description="A category of majors, shared by the three education levels; each level has its own two-digit code.",
    key=("edition", "name"),
    properties=(
        Property(name="edition", description="Edition of the catalogue.", required=True),
        Property(name="name", description="Name (Chinese).", required=True, search=Search.NAME, indexed=True),
        *_LEVEL_CODES,
    ),
    order=("associateCode", "name"),
    lookups=(Lookup(properties=("name", "edition"), defaults={"edition": "2021"}),),
)

MAJOR_CLASS = NodeType(
    name="MajorClass",
    plural="majorClasses",
    term="专业类",
    description="A class of majors within a category, shared by the three education levels; each level has its own four-digit code.",
    key=("edition", "name"),
    properties=(
        Property(name="edition", description="Edition of the catalogue.", required=True),
        Property(name="name", description="Name (Chinese).", required=True, search=Search.NAME, indexed=True),
        *_LEVEL_CODES,
    ),
    order=("associateCode", "name"),
    lookups=(Lookup(properties=("name", "edition"), defaults={"edition": "2021"}),),
)

MAJOR = NodeType(
    name="Major",
    plural="majors",
    term="专业",
    description="A major (programme) of one edition of the catalogue. A code is unique only within its edition.",
    key=("edition", "code"),
    key_fallback="name",
    properties=(
        Property(
            name="edition",
            description="Edition of the catalogue: `2021` (with its supplements), `2015`, `2004`, `before-2021` (secondary, edition not stated) or `undergraduate`.",
            required=True,
            indexed=True,
        ),
        Property(
            name="code",
            description="Code as printed, six digits, with the suffix K where the state controls where it is offered. Null: no source shows it.",
            indexed=True,
            search=Search.CODE,
        ),
        Property(name="name", description="Name (Chinese).", required=True, indexed=True, search=Search.NAME),
        Property(
            name="educationLevel",
            type=EDUCATION_LEVEL,
            description="Level of the diploma.",
            required=True,
            indexed=True,
        ),
        Property(
            name="isStateControlled",
            type=Scalar.BOOLEAN,
            description="国家控制布点: the state controls where it is offered (suffix K).",
            required=True,
        ),
        Property(
            name="addedNotBefore",
            type=Scalar.INT,
            description="Year of the supplement that added it, or the earliest it can be. Null: in the base edition, or not known.",
        ),
        Property(
            name="addedNotAfter",
            type=Scalar.INT,
            description="Year of the supplement that added it, or the latest it can be. Null: in the base edition, or not known.",
        ),
    ),
    order=("edition", "code"),
    lookups=(Lookup(properties=("code", "edition"), defaults={"edition": "2021"}),),
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
        forward_description="The edition it belongs to.",
        backward="categories",
        backward_ends=Ends.FEW,
        backward_expected=20,
        backward_description="The categories of this edition. Empty: not gathered for this edition.",
    ),
    Relationship(
        type="PART_OF_CATEGORY",
        structural=True,
        start="MajorClass",
        end="MajorCategory",
        forward="category",
        forward_ends=Ends.ONE,
        forward_description="The category (专业大类) of this class.",
        backward="classes",
        backward_ends=Ends.FEW,
        backward_description="The classes (专业类) of this category.",
    ),
    Relationship(
        type="PART_OF_CLASS",
        structural=True,
        start="Major",
        end="MajorClass",
        forward="majorClass",
        forward_ends=Ends.ONE,
        forward_description="The class (专业类) of this major. Null: the source does not show it.",
        backward="majors",
        backward_ends=Ends.MANY,
        backward_description="The majors of this class, at every level.",
    ),
    Relationship(
        type="LISTED_IN",
        structural=True,
        start="Major",
        end="Catalogue",
        forward="catalogue",
        forward_ends=Ends.ONE,
        forward_description="The edition that lists this major.",
        backward="majors",
        backward_ends=Ends.MANY,
        backward_expected=1500,
        backward_description="The majors of this edition that we know.",
    ),
    Relationship(
        type="REPLACED_BY",
        start="Major",
        end="Major",
        forward="successors",
        forward_ends=Ends.FEW,
        forward_description="Majors of a later edition that took its place. Empty: no source states one.",
        backward="predecessors",
        backward_ends=Ends.FEW,
        backward_description="Majors of an earlier edition whose place it took. Empty: no source states one.",
        properties=(
            Property(
                name="change",
                description="Kind of change as the source writes it, such as 合并 or 代码调整.",
                required=True,
            ),
        ),
        explains=True,
    ),
)
