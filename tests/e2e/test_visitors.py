"""What a visitor leaves behind and needs: nothing, and nothing but a browser."""

import pytest

from tests.e2e.checks.privacy import Watch
from tests.e2e.samples import ADDRESSES, NAMES


@pytest.mark.parametrize("name", NAMES)
def test_no_cookie_storage_foreign_server_or_complaint(open_page, page_for, name):
    with Watch(page_for()) as watch:
        open_page(name)
        assert watch.found() == []


@pytest.mark.parametrize("name", ADDRESSES)
def test_main_text_is_the_same_without_scripts(open_page, name):
    with_scripts = open_page(name).locator("main").inner_text()
    assert with_scripts.strip()
    assert open_page(name, java_script_enabled=False).locator("main").inner_text() == with_scripts
