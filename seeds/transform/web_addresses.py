"""The web address of a source, read from where it was gathered."""

import re
from urllib.parse import quote

_WEB = re.compile(r"https?://[^\s;]+")
_REPOSITORY = re.compile(r"github:(?P<name>[\w.-]+/[\w.-]+?)(?:@(?P<whole>[0-9a-f]{7,40}))?(?: (?P<path>.+))?")
# A path that is one file, as of a commit. Others name a branch, several files, or a remark.
_FILE = re.compile(r"(?P<path>[^*()]+)@(?P<commit>[0-9a-f]{7,40})")
_PACKAGE = re.compile(r"pypi:(?P<name>[\w.-]+)==(?P<version>[\w.]+)(?: .*)?")


def web_address(location: str) -> str | None:
    """Give the address that shows a source, of several the first. Null: the location is no address.

    Of a file in a repository: the file as of its commit; where no commit is stated, the repository.
    """
    if found := _WEB.match(location):
        return found.group()
    if found := _REPOSITORY.fullmatch(location):
        return _in_repository(found["name"], found["whole"], found["path"])
    if found := _PACKAGE.fullmatch(location):
        return f"https://pypi.org/project/{found['name']}/{found['version']}/"
    return None


def _in_repository(name: str, commit: str | None, path: str | None) -> str:
    repository = f"https://github.com/{name}"
    file = _FILE.fullmatch(path or "")
    if file:
        return f"{repository}/blob/{file['commit']}/{quote(file['path'])}"
    return f"{repository}/tree/{commit}" if commit else repository
