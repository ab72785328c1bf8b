import pytest

from cms.client_address import client_address, login_address, network


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, "203.0.113.9", "192.0.2.1"),
        (1, "203.0.113.9", "203.0.113.9"),
        (1, "198.51.100.66, 203.0.113.9", "203.0.113.9"),
        (2, "198.51.100.66, 203.0.113.9, 192.0.2.5", "203.0.113.9"),
        (2, "203.0.113.9", "192.0.2.1"),
        (1, "gelogen", "0.0.0.0"),
        (1, "", "0.0.0.0"),
    ],
)
def test_only_what_our_own_proxies_saw_counts(rf, settings, proxies, forwarded, address):
    settings.TRUSTED_PROXIES = proxies
    request = rf.get("/", headers={"X-Forwarded-For": forwarded}, REMOTE_ADDR="192.0.2.1")

    assert client_address(request) == address


def test_a_socket_has_no_address(rf):
    assert client_address(rf.get("/", REMOTE_ADDR="")) == "0.0.0.0"


def test_one_connection_counts_once_at_login(rf):
    assert login_address(rf.get("/", REMOTE_ADDR="192.0.2.1")) == "192.0.2.1"
    assert login_address(rf.get("/", REMOTE_ADDR="2001:db8::1:2:3:4")) == "2001:db8::"


def test_networks():
    assert network("192.0.2.77") == "192.0.2.0/24"
    assert network("2001:db8:1:2::3") == "2001:db8:1::/48"
