"""Where a request comes from, as far as throttling needs to know. Never stored with what somebody wrote."""

from ipaddress import ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """Return the visitor's address as our own outermost proxy saw it; what a client claims itself never counts."""
    proxies = settings.TRUSTED_PROXIES
    forwarded = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    candidate = forwarded[-proxies] if 0 < proxies <= len(forwarded) else request.META.get("REMOTE_ADDR", "")
    try:
        return str(ip_address(candidate))
    except ValueError:
        # A UNIX socket has no address: everybody counts as one.
        return "0.0.0.0"  # noqa: S104


def login_address(request: HttpRequest) -> str:
    """Return what counts as one place at login: an IPv4 address, or the /64 that one IPv6 connection commonly gets."""
    return network(client_address(request), v4=32, v6=64).split("/")[0]


def network(address: str, *, v4: int = 24, v6: int = 48) -> str:
    """Return the network an address belongs to; one person may easily change addresses within it."""
    version = ip_address(address).version
    return str(ip_network(f"{address}/{v4 if version == 4 else v6}", strict=False))
