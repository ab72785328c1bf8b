"""Demo accounts. They exist on the loopback interface only: production refuses the demo switch anywhere else."""

from django.contrib.auth.models import Group, User

from wagtail.users.models import UserProfile

ACCOUNTS = {"redaktion": ("Moderators",), "freigabe": ("Moderators",), "admin": ()}


def create(password: str) -> list[str]:
    """Create or refresh the demo accounts and return their names; `admin` may do everything."""
    for name, groups in ACCOUNTS.items():
        user, _created = User.objects.get_or_create(username=name, defaults={"email": f"{name}@example.org"})
        user.is_superuser = user.is_staff = name == "admin"
        user.set_password(password)
        user.save()
        user.groups.set(Group.objects.filter(name__in=groups))
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "de"})
    return list(ACCOUNTS)
