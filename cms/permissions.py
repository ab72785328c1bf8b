"""Rights that Wagtail's own policies do not know."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser

from wagtail.permission_policies import ModelPermissionPolicy


class ViewOnlyPolicy(ModelPermissionPolicy):
    """Whoever may view may view; nobody may add, change or delete, not even an administrator."""

    def user_has_permission(self, user: AbstractBaseUser, action: str) -> bool:
        return action == "view" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: AbstractBaseUser, actions: Iterable[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)
