"""The audit trail: what editors changed, when, and what it was before. Only ever added to.

The codes of actions and the links to what was changed stand here and not with the mutations: they are stored, and the
trail must be read, backed up and restored also when the mutation that wrote it is gone.
"""

import re

from graph.model.core import CodeList, Ends, Lookup, NodeType, Property, Relationship, Scalar

ACTION = CodeList(
    "ChangeAction",
    "What an editor did.",
    {
        "PROPOSE": "Proposed an alignment.",
        "ACCEPT": "Accepted a proposed alignment.",
        "REJECT": "Rejected a proposed alignment.",
        "WITHDRAW": "Took an alignment back.",
        "CLOSE_REVIEW": "Closed the search for a requirement: nothing covers it.",
    },
)

# The node types that mutations may change, and how a sentence speaks of one.
EDITED = {"Alignment": "an alignment", "Review": "a review"}

CHANGE = NodeType(
    name="Change",
    plural="changes",
    term="变更记录",
    description="One change by an editor, as it was made. Never altered or removed.",
    key=("code",),
    properties=(
        Property(name="code", description="Our code of the change.", required=True),
        Property(
            name="at",
            description="Moment of the change in UTC, such as 2026-11-24T08:00:00Z.",
            required=True,
            indexed=True,
        ),
        Property(name="editor", description="Name of the editor who made it.", required=True, indexed=True),
        Property(name="action", type=ACTION, description="What was done.", required=True),
        Property(name="reason", description="Why, as the editor wrote it. Null: none was asked for."),
        Property(name="version", type=Scalar.INT, description="Version of the thing after the change.", required=True),
        Property(name="before", description="The values before the change, as JSON. Null: it was made new."),
        Property(name="after", description="The values after the change, as JSON.", required=True),
        Property(
            name="digest",
            description="Digest of what was asked, to know a repeated request again.",
            required=True,
            internal=True,
        ),
    ),
    order=("at", "code"),
    # A trail is read in the order of time; ids begin with the editor.
    is_listed_in_order=True,
    lookups=(Lookup(properties=("code",)),),
    title="action",
    is_fact=False,
)

NODES = (CHANGE,)

# The link from a change to what was changed, by the type of the latter.
AUDIT_LINKS = {name: "CHANGED_" + re.sub("(?<=.)(?=[A-Z])", "_", name).upper() for name in EDITED}


def _audit_link(name: str) -> Relationship:
    noun = EDITED[name].partition(" ")[2]
    others = " or ".join(phrase for other, phrase in EDITED.items() if other != name)
    return Relationship(
        type=AUDIT_LINKS[name],
        structural=True,
        start="Change",
        end=name,
        forward=name[0].lower() + name[1:],
        forward_ends=Ends.ONE,
        forward_description=f"The {noun} that was changed. Null: it was {others}.",
        backward="changes",
        backward_ends=Ends.MANY,
        backward_description="What editors did with it, oldest first. Empty: it is as the seeds have it.",
    )


RELATIONSHIPS = tuple(_audit_link(each) for each in EDITED)
