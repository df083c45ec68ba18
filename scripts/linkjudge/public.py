"""Which IP addresses lie in the public internet.

The blocks stand here one by one, by the registries of special addresses at IANA (RFC 6890 and
what came after), because `ipaddress.is_global` says other things in other versions of Python.
"""

from __future__ import annotations

import ipaddress

_NO_IPV4 = [
    ipaddress.IPv4Network(block)
    for block in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",
        "100.64.0.0/10",  # behind a provider's translation of addresses
        "127.0.0.0/8",
        "168.63.129.16/32",  # the host of a machine in Azure's cloud
        "169.254.0.0/16",  # this link, and the clouds' services of metadata
        "172.16.0.0/12",
        "192.0.0.0/24",  # protocols, and Oracle's and others' services of metadata
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # sinks for name servers
        "192.52.193.0/24",
        "192.88.99.0/24",  # relays of 6to4
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",  # measuring
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",  # groups
        "240.0.0.0/4",  # reserved, and the broadcast
    )
]
_IPV6 = ipaddress.IPv6Network("2000::/3")
"""Public addresses are given out of this block alone; `fc00::/7`, `fe80::/10`, `fec0::/10`, `::`,
`::/96`, `::ffff:0:0:0/96` and `64:ff9b:1::/48` lie outside."""
_NO_IPV6 = [
    ipaddress.IPv6Network(block)
    for block in (
        "2001::/23",  # protocols, Teredo (whose inner address is looked at first) among them
        "2001:db8::/32",  # documentation
        "3fff::/20",
    )
]
_MAPPED = ipaddress.IPv6Network("::ffff:0:0/96")
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_6TO4 = ipaddress.IPv6Network("2002::/16")
_LOW = 0xFFFFFFFF


def is_public(text: str) -> bool:
    """Whether an IP address lies in the public internet.

    An IPv4 address inside one of IPv6 (mapped, NAT64, 6to4) is judged as if it stood alone.
    """
    ip = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(ip, ipaddress.IPv4Address):
        return not any(ip in block for block in _NO_IPV4)
    if ip in _MAPPED or ip in _NAT64:
        return is_public(str(ipaddress.IPv4Address(int(ip) & _LOW)))
    if ip in _6TO4:
        return is_public(str(ipaddress.IPv4Address(int(ip) >> 80 & _LOW)))
    return ip in _IPV6 and not any(ip in block for block in _NO_IPV6)
