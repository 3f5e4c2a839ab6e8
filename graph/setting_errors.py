"""Errors of the settings: which of them is wrong, reported when a process starts.

GraphConfigurationError           what the settings say of the graph cannot be used
├── GraphAddressError             GRAPH_ADDRESS: no such scheme, or no address at all
├── GraphTlsError                 GRAPH_TLS: one of the two speaks TLS and the other does not
├── GraphTrustError               GRAPH_TRUST: the certificate of the server is not trusted
├── GraphCredentialsError         GRAPH_CREDENTIALS: the server refuses user and password
├── GraphPasswordExpiredError     GRAPH_PASSWORD_EXPIRED: the password must be changed first
├── GraphLoginsBarredError        GRAPH_LOGINS_BARRED: too many wrong passwords, the server takes none for a while
├── GraphDatabaseError            GRAPH_DATABASE: the server has no database of this name
├── GraphSystemDatabaseError      GRAPH_SYSTEM_DATABASE: the server's own database, which holds no graph
└── GraphVersionError             GRAPH_VERSION: the server is too old

They name address, user and database, so they are for the person that starts the process and not for its callers.
"""

from graph.errors import OneplusxError


class GraphConfigurationError(OneplusxError):
    """What the settings say of the graph cannot be used. Trying again does not help."""

    code = "GRAPH_CONFIGURATION"


class GraphAddressError(GraphConfigurationError):
    """The address is none that the driver knows."""

    code = "GRAPH_ADDRESS"

    def __init__(self, uri: str, en: str, zh: str) -> None:
        super().__init__(
            f"ONEPLUSX_NEO4J_URI {uri!r} is not usable: {en} Write bolt://host:7687 or neo4j://host:7687, with +s for TLS.",
            f"ONEPLUSX_NEO4J_URI {uri!r} 不可用：{zh}请写作 bolt://host:7687 或 neo4j://host:7687，TLS 加 +s。",
        )


class GraphTlsError(GraphConfigurationError):
    """The scheme asks for TLS and the server speaks none, or the other way round."""

    code = "GRAPH_TLS"

    @classmethod
    def wanted(cls, uri: str) -> "GraphTlsError":
        """Make the error of a plain address at a server that speaks TLS."""
        return cls(
            f"The server at {uri} speaks TLS. Write `+s` after bolt or neo4j in ONEPLUSX_NEO4J_URI, or `+ssc` when its "
            "certificate is self-signed.",
            f"{uri} 处的服务器使用 TLS。请在 ONEPLUSX_NEO4J_URI 的 bolt 或 neo4j 之后写 `+s`；自签名证书写 `+ssc`。",
        )

    @classmethod
    def not_spoken(cls, uri: str) -> "GraphTlsError":
        """Make the error of an address with TLS at a server without."""
        return cls(
            f"The server at {uri} speaks no TLS. Leave `+s` or `+ssc` out of ONEPLUSX_NEO4J_URI, or turn on TLS for Bolt "
            "at the server.",
            f"{uri} 处的服务器未启用 TLS。请去掉 ONEPLUSX_NEO4J_URI 中的 `+s` 或 `+ssc`，或在服务器上为 Bolt 启用 TLS。",
        )


class GraphTrustError(GraphConfigurationError):
    """The certificate of the server is not trusted on this machine."""

    code = "GRAPH_TRUST"

    def __init__(self, uri: str, why: str) -> None:
        super().__init__(
            f"The certificate of {uri} is not trusted: {why}. Name the file of its authority in SSL_CERT_FILE, correct "
            "the host in ONEPLUSX_NEO4J_URI, or write `+ssc` instead of `+s` to take any certificate.",
            f"{uri} 的证书不受信任：{why}。请用 SSL_CERT_FILE 指定其颁发机构的证书文件，检查 ONEPLUSX_NEO4J_URI 中的主机名，"
            "或将 `+s` 改为 `+ssc` 以接受任何证书。",
        )


class GraphCredentialsError(GraphConfigurationError):
    """The server refuses user and password."""

    code = "GRAPH_CREDENTIALS"

    def __init__(self, uri: str, user: str) -> None:
        super().__init__(
            f"{uri} refuses user {user!r} with this password. Check ONEPLUSX_NEO4J_USER and ONEPLUSX_NEO4J_PASSWORD.",
            f"{uri} 拒绝用户 {user!r} 的密码。请检查 ONEPLUSX_NEO4J_USER 与 ONEPLUSX_NEO4J_PASSWORD。",
        )


class GraphDatabaseError(GraphConfigurationError):
    """The server has no database of this name."""

    code = "GRAPH_DATABASE"

    def __init__(self, uri: str, database: str) -> None:
        super().__init__(
            f"{uri} has no database {database!r}. Check ONEPLUSX_NEO4J_DATABASE; Community has `neo4j` only.",
            f"{uri} 没有名为 {database!r} 的数据库。请检查 ONEPLUSX_NEO4J_DATABASE；社区版只有 `neo4j`。",
        )


class GraphSystemDatabaseError(GraphConfigurationError):
    """The database is the server's own, `system`, which holds no graph."""

    code = "GRAPH_SYSTEM_DATABASE"

    def __init__(self, uri: str) -> None:
        super().__init__(
            f"The database `system` of {uri} is for administration and holds no graph. Name another in "
            "ONEPLUSX_NEO4J_DATABASE, usually `neo4j`.",
            f"{uri} 的数据库 `system` 仅供管理，不能存放图数据。请在 ONEPLUSX_NEO4J_DATABASE 中指定其他数据库，通常为 `neo4j`。",
        )


class GraphPasswordExpiredError(GraphConfigurationError):
    """The server wants the password changed before anything else."""

    code = "GRAPH_PASSWORD_EXPIRED"

    def __init__(self, uri: str, user: str) -> None:
        super().__init__(
            f"{uri} wants the password of user {user!r} changed before anything else. Change it (ALTER CURRENT USER SET "
            "PASSWORD, in the database `system`), and write the new one into ONEPLUSX_NEO4J_PASSWORD.",
            f"{uri} 要求先更改用户 {user!r} 的密码。请在数据库 `system` 中更改（ALTER CURRENT USER SET PASSWORD），"
            "并将新密码写入 ONEPLUSX_NEO4J_PASSWORD。",
        )


class GraphLoginsBarredError(GraphConfigurationError):
    """The server takes no password of this user for a while: too many were wrong."""

    code = "GRAPH_LOGINS_BARRED"

    def __init__(self, uri: str, user: str) -> None:
        super().__init__(
            f"{uri} refused user {user!r} too often and takes no password for some seconds. Check ONEPLUSX_NEO4J_USER and "
            "ONEPLUSX_NEO4J_PASSWORD, stop whatever else asks with a wrong one, wait ten seconds, and try again.",
            f"{uri} 多次拒绝用户 {user!r}，数秒内不再接受任何密码。请检查 ONEPLUSX_NEO4J_USER 与 ONEPLUSX_NEO4J_PASSWORD，"
            "停止使用错误密码的其他程序，十秒后重试。",
        )


class GraphVersionError(GraphConfigurationError):
    """The server is too old for the Cypher we write."""

    code = "GRAPH_VERSION"

    @classmethod
    def by_name(cls, uri: str, agent: str, needed: str) -> "GraphVersionError":
        """Make the error of a server that tells its version."""
        return cls(
            f"{uri} is {agent}; Neo4j {needed} or newer is needed.",
            f"{uri} 为 {agent}；需要 Neo4j {needed} 或更新版本。",
        )

    @classmethod
    def by_protocol(cls, uri: str, needed: str) -> "GraphVersionError":
        """Make the error of a server that knows only versions of Bolt from before what we need."""
        return cls(
            f"The server at {uri} speaks only an old Bolt, if any; Neo4j {needed} or newer is needed.",
            f"{uri} 处的服务器只支持旧版 Bolt 协议；需要 Neo4j {needed} 或更新版本。",
        )
