"""Demo accounts. They exist on the loopback interface only: production refuses the demo switch anywhere else."""

from django.contrib.auth.models import User

from wagtail.models import Site
from wagtail.users.models import UserProfile

from home import roles

ACCOUNTS = {"redaktion": roles.EDITORS, "freigabe": roles.APPROVERS, "admin": None}


def create(password: str) -> list[str]:
    """Create or refresh groups and accounts and return their names; `admin` may do everything."""
    groups = roles.create(Site.objects.get(is_default_site=True).root_page)
    for name, group in ACCOUNTS.items():
        user, _created = User.objects.get_or_create(username=name, defaults={"email": f"{name}@example.org"})
        user.is_superuser = user.is_staff = name == "admin"
        user.set_password(password)
        user.save()
        user.groups.set([groups[group]] if group else [])
        UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": "de"})
    return list(ACCOUNTS)
