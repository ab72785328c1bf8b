"""This machine, and nobody else: names and addresses that never leave it."""

from ipaddress import ip_address

from django.http import HttpRequest
from django.http.request import split_domain_port

# As they stand in a Host header and in ALLOWED_HOSTS.
NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})


def is_asked_by_name(request: HttpRequest) -> bool:
    """Whether the request came under a name of this machine. The name is what the client says: it protects nothing."""
    name, _port = split_domain_port(request.META.get("HTTP_HOST", ""))
    return name in NAMES


def is_address(address: str) -> bool:
    """Whether a client's address is on this machine; "" is a UNIX socket, which nobody else reaches."""
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return address == ""
