"""One spelling for all ways to write a word: Bäckerei, Baeckerei and Backerei meet. Pure; for index and query alike."""

import re
import unicodedata

# What is longer is an address or noise.
MAX_WORD = 40
# A query is cut here, and so is a title where both are compared.
MAX_CHARACTERS, MAX_WORDS, MAX_KEY = 200, 12, 255
WORD = re.compile(r"[^\W_]+")
# ae, oe, ue stand for ä, ö, ü, but not the "ue" of neue, Bauer, Steuer, Quelle. ("ae" and "oe" follow no vowel in
# German, except as ä and ö: geaendert, geoeffnet.)
DIGRAPH = re.compile(r"([ao])e|(?<![aeoq])(u)e")


def fold(text: str) -> str:
    """Return the text in lower case without umlauts, accents and ß."""
    text = unicodedata.normalize("NFKC", text).lower().replace("ß", "ss").replace("ı", "i")
    bare = "".join(letter for letter in unicodedata.normalize("NFD", text) if unicodedata.category(letter) != "Mn")
    return DIGRAPH.sub(lambda match: match[1] or match[2], unicodedata.normalize("NFC", bare))


def tokens(text: str) -> list[str]:
    """Return all folded words in their order."""
    return [word[:MAX_WORD] for word in WORD.findall(fold(text))]


STOP_WORDS = frozenset(
    tokens("""
    aber als am an auch auf aus bei beim bin bitte brauche das dass dem den der des die durch ein eine einem einen einer
    eines er es für gibt habe haben hat hallo ich ihr ihre im in ist kann können man mein meine meinem meinen meiner
    meines mich mir mit möchte muss müssen nach nicht oder ob sich sie sind so soll sollen über um und uns unser unsere
    vom von vor wann warum was wegen welche welcher welches wenn wer werden wie will wird wir wo wofür woher wohin zu
    zum zur
    a an and are can do for how i in is my of on or the to what when where who
    """)
)


def content_tokens(words: list[str]) -> list[str]:
    """Return the words that say what is meant, each once; all of them where nothing else is left."""
    return list(dict.fromkeys(word for word in words if word not in STOP_WORDS)) or list(dict.fromkeys(words))


def query_tokens(text: str) -> list[str]:
    """Return the folded words of a query, cut to a length that a person types."""
    return tokens(text[:MAX_CHARACTERS])[:MAX_WORDS]


def key(text: str) -> str:
    """Return what all ways to type one title have in common."""
    return " ".join(query_tokens(text))[:MAX_KEY]
