"""Rights that Wagtail's own policies do not know."""

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Model

from wagtail.permission_policies import ModelPermissionPolicy


class LimitedPolicy(ModelPermissionPolicy):
    """Nobody may do anything else than `actions`, not even an administrator; who may do these, permissions say."""

    def __init__(self, model: type[Model], *actions: str):
        super().__init__(model)
        self.actions = actions

    def user_has_permission(self, user: AbstractBaseUser, action: str) -> bool:
        return action in self.actions and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: AbstractBaseUser, actions: Iterable[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)


class ViewOnlyPolicy(LimitedPolicy):
    """Whoever may view may view; nobody may add, change or delete, not even an administrator."""

    def __init__(self, model: type[Model]):
        super().__init__(model, "view")
