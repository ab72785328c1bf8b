"""Accounts of the demonstration have known names, often known passwords: outside it they cannot log in."""

from django.conf import settings
from django.contrib.auth.backends import ModelBackend

# Reserved by RFC 2606: no real person has such an address.
EMAIL_DOMAIN = "@example.org"


class NoDemoAccountsBackend(ModelBackend):
    """Django's own check of passwords, without demo accounts, should a demo database ever reach production."""

    def user_can_authenticate(self, user) -> bool:
        return super().user_can_authenticate(user) and (settings.DEMO or not user.email.endswith(EMAIL_DOMAIN))
