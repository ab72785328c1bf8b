"""How much a word says about its page. Pure; the numbers are stored with the index."""

from collections.abc import Iterable

from search.folding import content_tokens, tokens

# A word of the title counts more than one of the citizens' words, that more than one of the text. The share is what a
# whole title or phrase adds: "Personalausweis" alone says more than within "Personalausweis für unter 16-Jährige".
TITLE, TITLE_SHARE = 60, 40
PHRASE, PHRASE_SHARE = 40, 25
SUMMARY = 15
TEXT = 10
# Words of the text beyond these hardly ever say what a page is for.
MAX_TEXT_WORDS = 300


def weigh(title: str, phrases: Iterable[str], summary: str, text: str) -> dict[str, int]:
    """Return the weight of every word of a page; a word in several places has the best of them."""
    weights = dict.fromkeys(content_tokens(tokens(text))[:MAX_TEXT_WORDS], TEXT)
    weights |= dict.fromkeys(content_tokens(tokens(summary)), SUMMARY)
    for phrase in phrases:
        words = content_tokens(tokens(phrase))
        for word in words:
            weights[word] = max(weights.get(word, 0), PHRASE + PHRASE_SHARE // len(words))
    words = content_tokens(tokens(title))
    return weights | {word: TITLE + TITLE_SHARE // len(words) for word in words}
