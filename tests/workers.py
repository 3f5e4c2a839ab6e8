"""Which cases of the suite run in one worker, where several run at once.

pytest-xdist 3.8 has a mark for this, but writes its groups to an attribute that pytest 9.2 does not read. The
scheduler below reads them from the name of a case instead.
"""

from xdist.scheduler import LoadScopeScheduling

ENGINES = ("embedded", "neo4j")
# The files of these folders share what takes long to start.
FOLDERS = ("tests/served/browser/review/",)


def group_of(nodeid: str) -> str:
    """Give the engine that a case runs on, or its file, or the folder whose files share a server.

    One worker has all cases of an engine, so that the engine starts once. The files go to the worker that has time.
    """
    path, _, case = nodeid.partition("::")
    parameters = case.partition("[")[2].rstrip("]").split("-")
    folder = next(filter(path.startswith, FOLDERS), path)
    return next((each for each in ENGINES if each in parameters), folder)


class EngineScheduling(LoadScopeScheduling):  # type: ignore[misc]  # a lambda or a class of untyped code
    """Sends the cases of a group to one worker, the largest groups first."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)
