"""Which cases of the suite run in one worker, where several run at once.

pytest-xdist 3.8 has a mark for this, but writes its groups to an attribute that pytest 9.2 does not read. The
scheduler below reads them from the name of a case instead.
"""

from xdist.scheduler import LoadScopeScheduling
from xdist.workermanage import WorkerController

ENGINES = ("embedded", "neo4j")
# The files of these folders share what takes long to start: a server of proposals, and one for what is brought to it.
FOLDERS = ("tests/served/browser/",)
# What starts servers, engines and commands takes up to twenty seconds a case; what follows is short, so that both workers
# end at the same time.
LONG = (*FOLDERS, "tests/served/", "tests/bench/", "tests/server/commands/", "tests/seeds/")


def group_of(nodeid: str) -> str:
    """Give the engine that a case runs on, or its file, or the folder whose files share a server.

    One worker has all cases of an engine, so that the engine starts once. The files go to the worker that has time.
    """
    path, _, case = nodeid.partition("::")
    parameters = case.partition("[")[2].rstrip("]").split("-")
    folder = next(filter(path.startswith, FOLDERS), path)
    return next((each for each in ENGINES if each in parameters), folder)


def turn_of(group: str) -> int:
    """Say when a group is sent: the engines first, then what takes long, then the many short files."""
    return 0 if group in ENGINES else 1 if group.startswith(LONG) else 2


class EngineScheduling(LoadScopeScheduling):  # type: ignore[misc]  # a lambda or a class of untyped code
    """Sends the cases of a group to one worker, what takes long first, and of the same turn the largest groups."""

    def _split_scope(self, nodeid: str) -> str:
        return group_of(nodeid)

    def _assign_work_unit(self, node: WorkerController) -> None:
        self.workqueue.move_to_end(min(self.workqueue, key=turn_of), last=False)
        super()._assign_work_unit(node)
