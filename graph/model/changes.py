"""The audit trail: what editors changed, when, and what it was before. Only ever added to."""

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

RELATIONSHIPS = (
    Relationship(
        type="CHANGED_ALIGNMENT",
        structural=True,
        start="Change",
        end="Alignment",
        forward="alignment",
        forward_ends=Ends.ONE,
        forward_description="The alignment that was changed. Null: it was a review.",
        backward="changes",
        backward_ends=Ends.MANY,
        backward_description="What editors did with it, oldest first. Empty: it is as the seeds have it.",
    ),
    Relationship(
        type="CHANGED_REVIEW",
        structural=True,
        start="Change",
        end="Review",
        forward="review",
        forward_ends=Ends.ONE,
        forward_description="The review that was changed. Null: it was an alignment.",
        backward="changes",
        backward_ends=Ends.MANY,
        backward_description="What editors did with it, oldest first. Empty: it is as the seeds have it.",
    ),
)
