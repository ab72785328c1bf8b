"""What a run has to say: how many of what, what it did not understand, what somebody should look at."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

# More would be read by nobody; their number is told.
MAX_MESSAGES = 500


@dataclass
class Report:
    """`counts` by German word; `unread` and `languages` count what the delivery has and we do not take."""

    counts: Counter = field(default_factory=Counter)
    unread: Counter = field(default_factory=Counter)
    languages: Counter = field(default_factory=Counter)
    messages: list[str] = field(default_factory=list)
    left_out: int = 0

    def say(self, about: str, text: str) -> None:
        if len(self.messages) < MAX_MESSAGES:
            self.messages.append(f"{about}: {text}" if about else text)
        else:
            self.left_out += 1

    def numbers(self) -> dict[str, Any]:
        """Return the counts as they are kept with the run."""
        return {**self.counts, "nicht gelesen": dict(self.unread), "andere Sprachen": dict(self.languages)}

    def lines(self) -> list[str]:
        """Return everything as lines to read."""
        found = [f"{number} {word}" for word, number in self.counts.items()]
        found += [f"nicht gelesen: {path} ({number}-mal)" for path, number in self.unread.most_common()]
        found += [f"andere Sprache: {language} ({number} Texte)" for language, number in self.languages.most_common()]
        return [*found, *self.all_messages()]

    def all_messages(self) -> list[str]:
        return [*self.messages, f"… und {self.left_out} weitere Meldungen"] if self.left_out else self.messages
