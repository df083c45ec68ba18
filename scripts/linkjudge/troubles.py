"""The faults of networks and servers, told apart."""

from __future__ import annotations

import re
import ssl

import httpcore

from linkjudge.codes import Code
from linkjudge.network import NameServiceError, PrivateAddressError, UnknownHostError

EXPIRED = {9, 10}
WRONG_HOST = {62, 64}
NO_ISSUER = {20, 21}
"""OpenSSL's numbers; the last are of a chain whose next certificate is not there."""
OUTDATED = {"UNSUPPORTED_PROTOCOL", "TLSV1_ALERT_PROTOCOL_VERSION", "NO_PROTOCOLS_AVAILABLE"}
"""OpenSSL's words for a server that speaks no version that browsers still speak."""


class IncompleteChainError(Exception):
    """The server leaves out a certificate, and it cannot be fetched either."""


NETWORK = (
    OSError, httpcore.NetworkError, httpcore.TimeoutException, httpcore.RemoteProtocolError,
    PrivateAddressError, UnknownHostError, NameServiceError, IncompleteChainError,
)  # fmt: skip
"""What servers and networks can do to a request. Anything else is a fault of this program."""
_CODES: list[tuple[type[BaseException] | tuple[type[BaseException], ...], Code]] = [
    (PrivateAddressError, Code.PRIVATE),
    (UnknownHostError, Code.UNKNOWN_HOST),
    (NameServiceError, Code.DNS),
    (ssl.SSLError, Code.TLS_OTHER),
    ((TimeoutError, httpcore.TimeoutException), Code.TIMEOUT),
    (ConnectionRefusedError, Code.REFUSED),
    (httpcore.RemoteProtocolError, Code.GARBLED),
]
"""The first that fits an error or what it came of."""


def code_of(error: BaseException) -> Code:
    """What a reader would say of an error of the network."""
    chain = _causes(error)
    if isinstance(error, IncompleteChainError):
        return Code.TLS_CHAIN
    for item in chain:
        if isinstance(item, ssl.SSLCertVerificationError):
            if item.verify_code in EXPIRED:
                return Code.TLS_EXPIRED
            return Code.TLS_HOST if item.verify_code in WRONG_HOST else Code.TLS_UNTRUSTED
        if isinstance(item, ssl.SSLError) and item.reason in OUTDATED:
            return Code.TLS_OLD
    for kind, code in _CODES:
        for item in chain:
            if isinstance(item, kind):
                if code is Code.GARBLED and re.search("disconnected|EOF|closed", str(item)):
                    return Code.LOST
                return code
    return Code.LOST


def lacks_issuer(error: BaseException) -> bool:
    """Whether a certificate was refused because the next one of its chain is not there."""
    return any(
        isinstance(item, ssl.SSLCertVerificationError) and item.verify_code in NO_ISSUER
        for item in _causes(error)
    )


def _causes(error: BaseException) -> list[BaseException]:
    """An error and what it came of, the last first."""
    chain = [error]
    while (deeper := chain[-1].__cause__ or chain[-1].__context__) and deeper not in chain:
        chain.append(deeper)
    return chain
