"""The groups of a production site: made by a command, without accounts and without content."""

from django.contrib.auth.models import Group, User
from django.core.management import CommandError, call_command

from wagtail.models import Page, Site

import pytest

from home import roles


def test_the_command_makes_both_groups_and_no_account(city, settings, capsys):
    settings.DEMO = False
    pages = Page.objects.count()
    call_command("create_roles")
    assert set(Group.objects.values_list("name", flat=True)) == {"Redaktion", "Freigabe"}
    assert "Redaktion, Freigabe" in capsys.readouterr().out
    assert not User.objects.exists()
    assert Page.objects.count() == pages


def test_a_second_run_gives_back_exactly_the_rights(city):
    call_command("create_roles")
    group = Group.objects.get(name=roles.EDITORS)
    before = sorted(group.permissions.values_list("codename", flat=True))
    group.permissions.clear()
    group.page_permissions.all().delete()
    member = User.objects.create_user("ada")
    member.groups.add(group)
    call_command("create_roles")
    assert sorted(group.permissions.values_list("codename", flat=True)) == before
    assert city.news.permissions_for_user(User.objects.get(pk=member.pk)).can_publish()


def test_without_a_home_page_it_says_what_to_do_first(db):
    Site.objects.update(root_page=Page.get_first_root_node())
    with pytest.raises(CommandError, match="Startseite"):
        call_command("create_roles")
    assert not Group.objects.filter(name=roles.EDITORS).exists()
