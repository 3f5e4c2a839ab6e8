"""A Neo4j that speaks TLS: which addresses reach it, and what the others are answered."""

import dataclasses
import datetime as dt
import ipaddress
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

from graph.connection.address import GraphAddress
from graph.connection.database import Database, Limits, Statement
from graph.engine.neo4j.instance import Neo4jOptions
from graph.engine.neo4j.process import Neo4jServer
from graph.setting_errors import GraphTlsError, GraphTrustError
from tests.conftest import ROOT

# The embedded engine listens on the loopback, without TLS.
pytestmark = pytest.mark.engine("neo4j")


def write_certificate(folder: Path) -> Path:
    """Make a self-signed certificate for 127.0.0.1, as an administrator without an authority would."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "oneplusx test")])
    now = dt.datetime.now(dt.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "private.key").touch(mode=0o600)
    (folder / "private.key").write_bytes(private)
    (folder / "public.crt").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    return folder


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    return write_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture(scope="module")
def server(certificate, tmp_path_factory):
    options = Neo4jOptions(root=ROOT / "var" / "neo4j", data=tmp_path_factory.mktemp("tls"), certificate=certificate)
    with Neo4jServer.start(options) as started:
        yield started.address


def addressed(server: GraphAddress, scheme: str, host: str = "127.0.0.1") -> GraphAddress:
    return dataclasses.replace(server, uri=f"{scheme}://{host}:{server.uri.rsplit(':', 1)[1]}")


async def ask(address: GraphAddress) -> list:
    async with Database.open(address, Limits(connect_s=5, acquisition_s=10)) as database:
        await database.verify()
        return await database.read(Statement("RETURN 1"))


@pytest.mark.parametrize("scheme", ["bolt+ssc", "neo4j+ssc"])
async def test_ssc_takes_a_self_signed_certificate(scheme, server):
    assert await ask(addressed(server, scheme)) == [[1]]


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
async def test_s_takes_a_certificate_that_this_machine_trusts(scheme, server, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "public.crt"))

    assert await ask(addressed(server, scheme)) == [[1]]


@pytest.mark.parametrize("scheme", ["bolt+s", "neo4j+s"])
async def test_s_refuses_a_certificate_of_an_unknown_authority(scheme, server):
    with pytest.raises(GraphTrustError, match=r"not trusted: self-signed certificate.*SSL_CERT_FILE.*\+ssc") as told:
        await ask(addressed(server, scheme))

    assert told.value.code == "GRAPH_TRUST"
    assert "证书不受信任" in told.value.zh


async def test_s_refuses_a_certificate_of_another_host(server, certificate, monkeypatch):
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "public.crt"))

    with pytest.raises(GraphTrustError, match=r"not trusted: .*'localhost'"):
        await ask(addressed(server, "bolt+s", "localhost"))


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
async def test_a_plain_address_is_told_to_ask_for_tls(scheme, server):
    with pytest.raises(GraphTlsError, match=r"speaks TLS. Write `\+s`") as told:
        await ask(addressed(server, scheme))

    assert told.value.code == "GRAPH_TLS"
    assert "使用 TLS" in told.value.zh
