"""Which services there are."""

from collections.abc import Mapping

from resolvers.services.imports import CANCEL_IMPORT_JOB, CONFIRM_IMPORT, FIND_IMPORT_JOB, READ_DOCUMENT, REQUEST_UPLOAD
from resolvers.services.service import Service

SERVICES: tuple[Service, ...] = (REQUEST_UPLOAD, READ_DOCUMENT, FIND_IMPORT_JOB, CANCEL_IMPORT_JOB, CONFIRM_IMPORT)
SERVICES_BY_NAME: Mapping[str, Service] = {each.name: each for each in SERVICES}
