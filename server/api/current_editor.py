"""The answer to ``currentEditor``."""

from collections.abc import Mapping
from typing import Any

from graph.connection.database import Database
from graph.upkeep import editors
from graph.upkeep.editors import Role
from resolvers.services.current_editor import CURRENT_EDITOR
from resolvers.services.service import ServiceCaller, Services


def current_editor_services(database: Database) -> Services:
    """Give what answers, by the name of the service."""

    async def current_editor(_: Mapping[str, Any], caller: ServiceCaller) -> Mapping[str, Any]:
        editor = await editors.require(database.read, caller.token, frozenset(Role))
        return {"name": editor.name, "role": editor.role.name, "college": editor.college}

    return {CURRENT_EDITOR.name: current_editor}
