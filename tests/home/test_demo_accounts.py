"""The demo accounts and what they may do."""

from django.contrib.auth.models import Group, User

from wagtail.models import Page, Workflow

import pytest

from home.demo import accounts
from tests.factories import ContentPageFactory


@pytest.fixture
def users(city) -> dict[str, User]:
    names = accounts.create("erstes-passwort")
    return {name: User.objects.get(username=name) for name in names}


def test_three_accounts_exist_and_only_one_is_administrator(users):
    assert set(users) == {"redaktion", "freigabe", "admin"}
    assert [name for name, user in users.items() if user.is_superuser] == ["admin"]
    assert all(user.email.endswith("@example.org") for user in users.values())


def test_creating_them_again_changes_the_password_and_nothing_else(users):
    rights = {name: sorted(user.get_all_permissions()) for name, user in users.items()}
    accounts.create("zweites-passwort")
    for name in users:
        user = User.objects.get(username=name)
        assert user.check_password("zweites-passwort")
        assert sorted(user.get_all_permissions()) == rights[name]
    assert Group.objects.count() == 2
    assert User.objects.count() == 3


@pytest.mark.parametrize("name", ["redaktion", "freigabe"])
def test_both_write_and_publish_every_page(city, users, name):
    page = ContentPageFactory(parent=city.home)
    for target in (page, city.services, city.home):
        rights = target.permissions_for_user(users[name])
        assert rights.can_edit()
        assert rights.can_publish()
    assert city.services.permissions_for_user(users[name]).can_add_subpage()


def test_editors_do_not_delete_whole_branches(city, users):
    ContentPageFactory(parent=ContentPageFactory(parent=city.home, title="Oben"), title="Darunter")
    branch = Page.objects.get(slug="oben")
    assert not branch.permissions_for_user(users["redaktion"]).can_delete()
    assert branch.permissions_for_user(users["freigabe"]).can_delete()


def test_nobody_but_the_administrator_touches_the_root_of_the_tree(users):
    root = Page.get_first_root_node()
    assert not root.permissions_for_user(users["freigabe"]).can_add_subpage()
    assert root.permissions_for_user(users["admin"]).can_add_subpage()


def test_nobody_but_the_administrator_manages_users(users):
    assert not users["redaktion"].has_perm("auth.change_user")
    assert not users["freigabe"].has_perm("auth.change_user")


@pytest.mark.parametrize("right", ["add_image", "change_image", "choose_image"])
def test_both_work_with_pictures(log_in, right, users):
    groups = Group.objects.filter(collection_permissions__permission__codename=right)
    assert set(groups.values_list("name", flat=True)) == {"Redaktion", "Freigabe"}


def test_wagtails_english_groups_and_workflow_are_gone(users):
    assert set(Group.objects.values_list("name", flat=True)) == {"Redaktion", "Freigabe"}
    assert not Workflow.objects.active().exists()


def test_a_stock_group_that_somebody_uses_stays(city):
    group, _created = Group.objects.get_or_create(name="Moderators")
    User.objects.create(username="jemand").groups.add(group)
    accounts.create("passwort")
    assert Group.objects.filter(name="Moderators").exists()
