"""320 px, text twice as large, wide spacing: nothing scrolls sideways, nothing is cut off."""

import pytest

from tests.e2e.checks.reflow import LARGE_TEXT, WIDE_SPACING, reflow
from tests.e2e.samples import NAMES

NARROW = {"width": 320, "height": 640}


@pytest.mark.parametrize("name", NAMES)
def test_fits_320_px_also_with_wide_spacing(open_page, name):
    page = open_page(name, **NARROW)
    assert reflow(page) == []
    assert reflow(page, WIDE_SPACING) == []


@pytest.mark.parametrize("width", [1280, 640])
@pytest.mark.parametrize("name", NAMES)
def test_fits_with_text_twice_as_large(open_page, name, width):
    assert reflow(open_page(name, width=width), LARGE_TEXT) == []


def test_open_menu_fits_320_px(open_page):
    page = open_page("leistung", **NARROW)
    page.locator("summary").first.click()
    assert reflow(page) == []
    assert reflow(page, WIDE_SPACING) == []
