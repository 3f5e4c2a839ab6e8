"""Which services there are."""

from collections.abc import Mapping

from resolvers.services.column_mappings import COLUMN_MAPPINGS, REMOVE_COLUMN_MAPPINGS
from resolvers.services.current_editor import CURRENT_EDITOR
from resolvers.services.import_undo import LOOK_AT_UNDO, UNDO_IMPORT
from resolvers.services.imports import CANCEL_IMPORT_JOB, CONFIRM_IMPORT, FIND_IMPORT_JOB, READ_DOCUMENT, REQUEST_UPLOAD
from resolvers.services.improvements.improvements import IMPROVEMENT_SERVICES
from resolvers.services.service import Service

SERVICES: tuple[Service, ...] = (
    CURRENT_EDITOR,
    REQUEST_UPLOAD,
    READ_DOCUMENT,
    FIND_IMPORT_JOB,
    CANCEL_IMPORT_JOB,
    CONFIRM_IMPORT,
    LOOK_AT_UNDO,
    UNDO_IMPORT,
    COLUMN_MAPPINGS,
    REMOVE_COLUMN_MAPPINGS,
    *IMPROVEMENT_SERVICES,
)
SERVICES_BY_NAME: Mapping[str, Service] = {each.name: each for each in SERVICES}
