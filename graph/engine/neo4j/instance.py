"""One instance of Neo4j: the folder with its configuration, data, logs and password, and the commands that use it.

The jars are elsewhere, so that many instances share them.
"""

import contextlib
import fcntl
import json
import os
import secrets
import subprocess
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.connection.address import GraphAddress
from graph.engine.bolt_probe import LOOPBACK, answers
from graph.engine.embedded.child import wait_until
from graph.engine.neo4j.provision import find_java, provision
from graph.errors import EngineError

LOG_LINES_SHOWN = 15
COMMAND_TIMEOUT_S = 600
# A server whose owner was killed needs a moment to stop.
STORE_FREE_WITHIN_S = 20
# The class that `neo4j console` starts.
SERVER_OF_5 = "org.neo4j.server.CommunityEntryPoint"
SERVER_SINCE_2026 = "org.neo4j.server.Neo4jCommunity"
ADMIN = "org.neo4j.server.startup.Neo4jAdminCommand"
# On by default, they broadcast to the network and offer to report to a service; 5 refuses settings it does not know.
SILENT_SINCE_2026 = (("server.fleet_discovery.enabled", "false"), ("dbms.fleet_manager.enabled", "false"))
# Netty and the page cache reach into these packages, as in the configuration that Neo4j ships.
OPENED = ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")


@dataclass(frozen=True, slots=True)
class Neo4jOptions:
    """Which Neo4j, where, and what it may use.

    ``root`` holds a folder for each version. ``port`` None: any free one. ``heap`` and ``page_cache`` are Java's sizes.
    ``data`` is the folder of the instance; None: the version's own, whose data are kept. ``certificate`` is a folder
    with ``private.key`` and ``public.crt``; with it the server speaks TLS, and nothing else. ``settings`` are further
    lines of its ``neo4j.conf``, by name.
    """

    version: str = "5.26.30"
    root: Path = Path("var/neo4j")
    port: int | None = None
    heap: str = "1g"
    page_cache: str = "256m"
    statement_timeout_s: float = 30.0
    data: Path | None = None
    certificate: Path | None = None
    start_timeout_s: float = 120.0
    settings: Mapping[str, str] = field(default_factory=dict)


class Instance:
    """The folder of one instance, and where its jars are."""

    def __init__(self, options: Neo4jOptions) -> None:
        self.options = options
        self.home = options.root.absolute() / options.version
        self.folder = (options.data or self.home).absolute()
        self.log = self.folder / "server.log"
        self.password_file = self.folder / "password"
        self._notice = self.folder / "background.json"
        self._databases = self.folder / "data" / "databases"

    def prepare(self, port: int) -> GraphAddress:
        """Make the folder ready for a start on this port, and the jars if needed.

        Raises: EngineError when a server runs on it, or its password is lost.
        """
        provision(self.options.version, self.options.root)
        if not wait_until(self.is_free, within_s=STORE_FREE_WITHIN_S, every_s=0.2):
            raise EngineError(
                f"A Neo4j runs on the data in {self.folder} already. Stop it first, with `make neo4j-stop`.",
                f"已有一个 Neo4j 正在使用 {self.folder} 中的数据。请先用 `make neo4j-stop` 停止它。",
            )
        for name in ("conf", "data", "import", "logs", "plugins", "run"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        # What the server keeps in it is for this user only.
        self.folder.chmod(0o700)
        (self.folder / "conf" / "neo4j.conf").write_text(self._configuration(port))
        self.log.write_bytes(b"")
        self._notice.unlink(missing_ok=True)
        scheme = "bolt+ssc" if self.options.certificate else "bolt"
        return GraphAddress(f"{scheme}://{LOOPBACK}:{port}", "neo4j", self._password())

    def is_free(self) -> bool:
        """Whether no server holds the data; the kernel knows, whatever became of the server."""
        try:
            with (self._databases / "store_lock").open("r+b") as handle:
                fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except FileNotFoundError:
            return True
        except OSError:
            return False
        return True

    def _password(self) -> str:
        """Give the password, which is made before the first start and set in Neo4j once."""
        if not (self._databases / "system").exists():
            # Hexadecimal: a leading dash would be taken for an option of the command.
            _write_secret(self.password_file, secrets.token_hex(24))
            self.admin("dbms", "set-initial-password", self.password_file.read_text())
        try:
            return self.password_file.read_text()
        except FileNotFoundError as error:
            raise EngineError(
                f"The password of the data in {self.folder} is lost: {self.password_file} is gone. Put it back, or "
                "delete the folder to begin anew.",
                f"{self.folder} 中数据的密码已丢失：找不到 {self.password_file}。"
                "请恢复该文件，或删除该目录后重新开始。",
            ) from error

    def _configuration(self, port: int) -> str:
        options = self.options
        settings = [
            ("server.directories.lib", self.home / "lib"),
            ("server.default_listen_address", LOOPBACK),
            ("server.default_advertised_address", LOOPBACK),
            ("server.bolt.listen_address", f"{LOOPBACK}:{port}"),
            ("server.bolt.advertised_address", f"{LOOPBACK}:{port}"),
            ("server.http.enabled", "false"),
            ("server.https.enabled", "false"),
            ("dbms.usage_report.enabled", "false"),
            ("dbms.security.allow_csv_import_from_file_urls", "false"),
            # Ends a stop in 0.6 s instead of 5.5: the data are closed already, and only idle threads are waited for.
            ("internal.server.bolt.thread_pool_shutdown_wait_time", "0s"),
            ("db.transaction.timeout", f"{int(options.statement_timeout_s * 1000)}ms"),
            ("server.memory.heap.initial_size", options.heap),
            ("server.memory.heap.max_size", options.heap),
            ("server.memory.pagecache.size", options.page_cache),
            *(("server.jvm.additional", each) for each in _java_options()),
            *(() if self._is_5() else SILENT_SINCE_2026),
            *(() if options.certificate is None else _tls(options.certificate)),
            *options.settings.items(),
        ]
        return "".join(f"{name}={value}\n" for name, value in settings)

    def _is_5(self) -> bool:
        return self.options.version.startswith("5.")

    def server_command(self) -> list[str]:
        """Write the command line of the server itself: what ``neo4j console --dry-run`` prints.

        The console command would be a second Java that only waits for this one, and a second process to stop.
        """
        heap = self.options.heap
        server = SERVER_OF_5 if self._is_5() else SERVER_SINCE_2026
        java = [
            str(find_java(self.options.version)),
            f"-Xms{heap}",
            f"-Xmx{heap}",
            *_java_options(),
            "-Dfile.encoding=UTF-8",
        ]
        places = [f"--home-dir={self.folder}", f"--config-dir={self.folder / 'conf'}", "--console-mode"]
        return [*java, "-cp", f"{self.home / 'lib'}/*", server, *places]

    def admin(self, *arguments: str) -> str:
        """Run ``neo4j-admin`` on the stopped instance and give what it says. Raises: EngineError when it fails."""
        # By a file, because a password may be among the arguments and anyone may read a command line.
        file = self.folder / "run" / "admin.args"
        _write_secret(file, "\n".join(_quoted(["-cp", f"{self.home / 'lib'}/*", ADMIN, *arguments])))
        java = find_java(self.options.version)
        surroundings = {"NEO4J_HOME": str(self.folder), "JAVA_HOME": str(java.parent.parent)}
        try:
            done = subprocess.run(  # noqa: S603  # our own jars
                [java, f"@{file}"],
                env={**os.environ, **surroundings},
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=COMMAND_TIMEOUT_S,
                text=True,
                check=True,
            )
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            name = f"neo4j-admin {' '.join(arguments[:2])}"
            said = error.stdout if isinstance(error.stdout, str) else ""
            raise EngineError(f"`{name}` failed:\n{said}", f"`{name}` 未能完成：\n{said}") from error
        finally:
            file.unlink(missing_ok=True)
        return done.stdout

    def note_running(self, pid: int, address: GraphAddress) -> None:
        """Note which server was left in the background."""
        self._notice.write_text(json.dumps({"pid": pid, "uri": address.uri}))

    def last_port(self) -> int | None:
        """Give the port of the server that was left in the background last; None: there was none."""
        with contextlib.suppress(FileNotFoundError):
            return port_of(json.loads(self._notice.read_text())["uri"])
        return None

    def running(self) -> tuple[int, GraphAddress] | None:
        """Give the process id and address of the server in the background; None when none runs."""
        # The note may be older than a reboot, so the process id is believed only while somebody holds the data.
        if self.is_free() or not self._notice.exists():
            return None
        note = json.loads(self._notice.read_text())
        return note["pid"], GraphAddress(note["uri"], "neo4j", self.password_file.read_text())

    def await_answer(self, address: GraphAddress, alive: Callable[[], bool]) -> None:
        """Wait until the started server answers.

        Raises: EngineError with the end of the log when it ends, or time runs out.
        """
        wait_until(lambda: not alive() or answers(address), within_s=self.options.start_timeout_s, every_s=0.1)
        if not alive() or not answers(address):
            raise EngineError(
                f"Neo4j {self.options.version} did not start. The end of {self.log}:\n{self._log_tail()}",
                f"Neo4j {self.options.version} 未能启动。{self.log} 末尾：\n{self._log_tail()}",
            )

    def _log_tail(self) -> str:
        with contextlib.suppress(OSError):
            return "\n".join(self.log.read_text(errors="replace").splitlines()[-LOG_LINES_SHOWN:])
        return ""


def port_of(uri: str) -> int:
    """Give the port of an address of ours."""
    return int(uri.rsplit(":", 1)[1])


def _tls(certificate: Path) -> list[tuple[str, str]]:
    return [
        ("server.bolt.tls_level", "REQUIRED"),
        ("dbms.ssl.policy.bolt.enabled", "true"),
        ("dbms.ssl.policy.bolt.client_auth", "NONE"),
        ("dbms.ssl.policy.bolt.base_directory", str(certificate.absolute())),
    ]


def _java_options() -> list[str]:
    return [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in OPENED]


def _quoted(arguments: Sequence[str]) -> list[str]:
    return ['"' + each.replace("\\", "\\\\").replace('"', '\\"') + '"' for each in arguments]


def _write_secret(path: Path, text: str) -> None:
    path.touch(mode=0o600)
    path.write_text(text)
