"""Why an import is not undone: each reason is a class with a code."""

from collections.abc import Sequence
from typing import NamedTuple

from graph.errors import UserError
from graph.model.core import Text

SHOWN_LARGEST = 10
# An import may have thousands of reasons: no more are named than are shown anywhere.
NAMED_LARGEST = 50


class Reason(NamedTuple):
    """What stands in the way, in English and Chinese. ``is_final``: it stays on record, so no undoing is possible.

    ``nodes`` are the ids of what it speaks of, both ends of a link; ``name`` is what that is called. ``what`` says the
    same without ids, to stand next to the name.
    """

    en: str
    zh: str
    is_final: bool = False
    nodes: tuple[str, ...] = ()
    name: str = ""
    what: Text | None = None

    @property
    def said(self) -> Text:
        """Say it without ids."""
        return self.what or Text(self.en, self.zh)

    @property
    def named(self) -> "Reason":
        """Give it with the name of its node at its end."""
        return self._replace(en=f"{self.en} — {self.name}", zh=f"{self.zh} — {self.name}") if self.name else self


class NothingToUndoError(UserError):
    """No import of this node can be undone."""

    code = "NOTHING_TO_UNDO"

    def __init__(self, node: str) -> None:
        super().__init__(
            f"No import of {node} can be undone: the graph has no such standard, no import wrote it, another import "
            "followed, or the import was made before imports could be undone.",
            f"没有可撤销的 {node} 的导入：图中没有该标准，它不是导入的，其后另有导入，或导入早于撤销功能。",
        )


class ImportInUseError(UserError):
    """Something was built on what the import wrote."""

    code = "IMPORT_IN_USE"

    def __init__(self, node: str, reasons: Sequence[Reason], change: str) -> None:
        self.change = change
        # Those that are final stand first.
        self.reasons = reasons
        shown = [each.named for each in reasons[:SHOWN_LARGEST]]
        if (more := len(reasons) - SHOWN_LARGEST) > 0:
            shown.append(Reason(f"and {more} more", f"另有 {more} 处"))
        is_final = any(each.is_final for each in reasons)
        what_to_do = _FINAL if is_final else _TAKE_BACK
        super().__init__(
            f"The import of {node} is not undone: something was built on it since. {what_to_do.en}"
            + "".join(f"\n  {each.en}" for each in shown),
            f"未撤销 {node} 的导入：其后已有内容以它为基础。{what_to_do.zh}"
            + "".join(f"\n  {each.zh}" for each in shown),
            node=node,
        )


_FINAL = Reason(
    "The import is final: an alignment that was once accepted and a closed review stay on record. "
    "To correct the standard, import it as a later version.",
    "该导入不能再撤销：曾被采纳的对接和已结束的评审须保留记录。要更正标准，请作为新版本导入。",
)
_TAKE_BACK = Reason(
    "Take back what is listed first: withdraw a suggested alignment, reopen and withdraw a rejected one, and undo the "
    "import of a later version.",
    "请先撤回下列内容：撤回建议的对接，未采纳的对接先重新打开再撤回，并撤销较新版本的导入。",
)
