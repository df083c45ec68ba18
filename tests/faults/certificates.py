"""Certificates that `trustme` does not make: of chains, and with their name in the wrong place."""

from __future__ import annotations

import datetime as dt
import ssl
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import AuthorityInformationAccessOID, NameOID

_NOW = dt.datetime.now(dt.UTC)


@dataclass
class Signed:
    """A certificate and its key."""

    certificate: x509.Certificate
    key: ec.EllipticCurvePrivateKey

    @property
    def pem(self) -> bytes:
        """The certificate as text."""
        return self.certificate.public_bytes(Encoding.PEM)

    @property
    def der(self) -> bytes:
        """The certificate as authorities serve it."""
        return self.certificate.public_bytes(Encoding.DER)

    def context(self, folder: Path, name: str) -> ssl.SSLContext:
        """A server that shows this certificate and nothing of its chain."""
        path = folder / f"{name}.pem"
        key = self.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        path.write_bytes(self.pem + key)
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(path)
        return context


def sign(
    name: str,
    by: Signed | None = None,
    *,
    authority: bool = False,
    issuer_at: str | None = None,
    named: bool = True,
) -> Signed:
    """A certificate for `name`, signed `by` another (or itself), with its issuer's address in it.

    `named`: the name stands among the alternative names, not in the common name alone.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(by.certificate.subject if by else subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(_NOW - dt.timedelta(1))
        .not_valid_after(_NOW + dt.timedelta(30))
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
    )
    if not authority and named:
        alternative = x509.SubjectAlternativeName(
            [x509.IPAddress(ip_address(name)) if name[0].isdigit() else x509.DNSName(name)]
        )
        builder = builder.add_extension(alternative, critical=False)
    if issuer_at is not None:
        access = x509.AccessDescription(
            AuthorityInformationAccessOID.CA_ISSUERS, x509.UniformResourceIdentifier(issuer_at)
        )
        builder = builder.add_extension(x509.AuthorityInformationAccess([access]), critical=False)
    return Signed(builder.sign((by.key if by else key), hashes.SHA256()), key)
