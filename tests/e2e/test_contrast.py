"""The colours themselves: body text 7:1 and more, all other text 4.5:1, edges of controls 3:1, light and dark."""

import pytest

from bench.contrast import PAIRS, TOKENS, ratio, tokens

COLOURS = tokens(TOKENS.read_text())
# Where nothing depends on it.
DECORATION = {"hairline"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours_reach_their_contrast(scheme):
    weak = {
        (text, ground): round(reached, 2)
        for text, grounds, least in PAIRS
        for ground in grounds
        if (reached := ratio(COLOURS[text][scheme], COLOURS[ground][scheme])) < least
    }
    assert weak == {}


def test_every_colour_is_compared():
    compared = {name for text, grounds, _least in PAIRS for name in (text, *grounds)}
    assert set(COLOURS) == compared | DECORATION


def test_weak_colours_are_found():
    colours = tokens("--ink: light-dark(#777777, #ffffff); --paper: light-dark(#ffffff, #000000);")
    assert 4.4 < ratio(colours["ink"]["light"], colours["paper"]["light"]) < 4.5
    assert ratio(colours["ink"]["dark"], colours["paper"]["dark"]) == pytest.approx(21)
