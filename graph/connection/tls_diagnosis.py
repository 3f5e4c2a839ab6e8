"""Why a server that should have answered did not: one of the two speaks TLS and the other does not, or no trust.

The driver says no more than that the connection failed. So after a failed start the address is asked once, with TLS
and the certificates that this machine trusts.
"""

import asyncio
import enum
import ssl
from urllib.parse import urlsplit

from graph.connection.address import BOLT_PORT
from graph.setting_errors import GraphConfigurationError, GraphTlsError, GraphTrustError


class _Speaks(enum.Enum):
    TLS = enum.auto()
    NO_TLS = enum.auto()
    NOTHING = enum.auto()


async def tls_mismatch(uri: str, within_s: float) -> GraphConfigurationError | None:
    """Give the error that tells how scheme and server disagree on TLS; None: that is not what is wrong."""
    scheme = urlsplit(uri).scheme
    spoken, distrust = await _ask(uri, within_s)
    if spoken is _Speaks.NOTHING:
        return None
    if spoken is _Speaks.NO_TLS:
        return GraphTlsError.not_spoken(uri) if "+" in scheme else None
    if "+" not in scheme:
        return GraphTlsError.wanted(uri)
    return GraphTrustError(uri, distrust) if distrust and scheme.endswith("+s") else None


async def _ask(uri: str, within_s: float) -> tuple[_Speaks, str]:
    """Try a TLS handshake; give what the server speaks, and why its certificate is not trusted."""
    parts = urlsplit(uri)
    try:
        async with asyncio.timeout(within_s):
            _, writer = await asyncio.open_connection(
                parts.hostname, parts.port or BOLT_PORT, ssl=ssl.create_default_context()
            )
    except ssl.SSLCertVerificationError as error:
        return _Speaks.TLS, error.verify_message.rstrip(".")
    except (ssl.SSLError, ConnectionResetError):
        return _Speaks.NO_TLS, ""
    except (OSError, ValueError):
        return _Speaks.NOTHING, ""
    writer.close()
    return _Speaks.TLS, ""
