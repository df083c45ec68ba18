"""Certificates as browsers treat them.

Browsers fetch an intermediate certificate that a server leaves out from where the certificate
names it, look for the host among the alternative names alone, and meet servers that cannot
negotiate anew in safety (RFC 5746). OpenSSL, as it comes, does the opposite of each.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterable

import certifi
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, pkcs7
from cryptography.x509.oid import AuthorityInformationAccessOID

_LEGACY = 0x4
"""SSL_OP_LEGACY_SERVER_CONNECT, which `ssl` names since Python 3.12."""
# Browsers know no exchange of keys by DHE. A server that has it and them would choose it, and the
# connection would fail by the small groups that such servers have.
_CIPHERS = "ECDHE+AESGCM:ECDHE+CHACHA20:ECDHE+AES:RSA+AESGCM:RSA+AES:!aNULL:!eNULL:!PSK:!SRP"


def trusting(ca_file: str | None = None, more: Iterable[bytes] = ()) -> ssl.SSLContext:
    """A context that trusts what browsers trust, and the authorities in `ca_file`.

    `more` are intermediate certificates (DER) that a server left out. They lead to an authority
    or to nothing: not one of them is trusted for itself.
    """
    context = ssl.create_default_context(cafile=certifi.where())
    if ca_file is not None:
        context.load_verify_locations(ca_file)
    for certificate in more:
        context.load_verify_locations(cadata=certificate)
    # On from Python 3.13: the one would trust any certificate that was loaded, the other refuses
    # forms that browsers accept.
    context.verify_flags &= ~(ssl.VERIFY_X509_PARTIAL_CHAIN | ssl.VERIFY_X509_STRICT)
    return _as_browsers(context)


def unverified() -> ssl.SSLContext:
    """A context only to look at a certificate; nothing may be sent or believed by it."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return _as_browsers(context)


def _as_browsers(context: ssl.SSLContext) -> ssl.SSLContext:
    context.hostname_checks_common_name = False
    context.options |= _LEGACY
    context.set_ciphers(_CIPHERS)
    return context


def issuer_addresses(certificate: bytes) -> list[str]:
    """Where a certificate (DER) says that its issuer's own can be fetched."""
    try:
        extensions = x509.load_der_x509_certificate(certificate).extensions
        access = extensions.get_extension_for_class(x509.AuthorityInformationAccess).value
    except (ValueError, x509.ExtensionNotFound, x509.DuplicateExtension):
        return []
    return [
        description.access_location.value
        for description in access
        if description.access_method == AuthorityInformationAccessOID.CA_ISSUERS
        and isinstance(description.access_location, x509.UniformResourceIdentifier)
        and description.access_location.value.startswith("http://")
    ]


def intermediates(data: bytes) -> list[bytes]:
    """The intermediate certificates (DER) in a file, which may be one of three forms.

    A certificate that vouches for itself would be trusted once it is loaded: it is left out.
    """
    try:
        if data.lstrip().startswith(b"-----"):
            found = x509.load_pem_x509_certificates(data)
        else:
            found = _in_der(data)
    except ValueError:
        return []
    return [one.public_bytes(Encoding.DER) for one in found if one.issuer != one.subject]


def _in_der(data: bytes) -> list[x509.Certificate]:
    try:
        return [x509.load_der_x509_certificate(data)]
    except ValueError:
        return pkcs7.load_der_pkcs7_certificates(data)
