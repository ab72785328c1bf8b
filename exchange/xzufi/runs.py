"""Runs of text with the same marks (bold, link …), and their one canonical form."""

import re
from dataclasses import dataclass
from html import escape

# The outermost first; a link is not only a tag, it has an address.
ORDER = ("a", "b", "i", "sup", "sub")


@dataclass(frozen=True)
class Run:
    """Text without markup; a line break is a newline. `marks` are (tag, address), in the order above."""

    text: str
    marks: tuple[tuple[str, str], ...] = ()

    @property
    def address(self) -> str:
        return self.marks[0][1] if self.marks else ""


def tidy(runs: list[Run]) -> list[Run]:
    """Collapse white space over the borders of runs, cut it at both ends, join neighbours with the same marks."""
    found: list[Run] = []
    for run in runs:
        text = re.sub(r"\s*\n\s*", "\n", re.sub(r"[^\S\n]+", " ", run.text))
        before = found[-1].text[-1] if found else "\n"
        if before == "\n":
            text = text.lstrip()
        elif before == " ":
            text = text.lstrip(" ")
        if not text:
            continue
        if text[0] == "\n":
            _trim(found)
        if found and found[-1].marks == run.marks:
            found[-1] = Run(found[-1].text + text, run.marks)
        else:
            found.append(Run(text, run.marks))
    _trim(found)
    return found


def _trim(runs: list[Run]) -> None:
    """Cut white space at the end."""
    while runs:
        last = runs.pop()
        if text := last.text.rstrip():
            runs.append(Run(text, last.marks))
            return


def html(runs: list[Run]) -> str:
    """Return tidy runs as markup; marks that go on stay open."""
    parts: list[str] = []
    open_marks: list[tuple[str, str]] = []
    for run in [*runs, Run("")]:
        shared = 0
        while shared < min(len(open_marks), len(run.marks)) and open_marks[shared] == run.marks[shared]:
            shared += 1
        parts += [f"</{tag}>" for tag, _address in reversed(open_marks[shared:])]
        parts += [_start(tag, address) for tag, address in run.marks[shared:]]
        open_marks = list(run.marks)
        parts.append(escape(run.text, quote=False).replace("\n", "<br>"))
    return "".join(parts)


def _start(tag: str, address: str) -> str:
    return f'<a href="{escape(address)}">' if tag == "a" else f"<{tag}>"


def text(runs: list[Run]) -> str:
    return "".join(run.text for run in runs)


def links(runs: list[Run]) -> list[tuple[str, str]]:
    """Return the links as (address, text)."""
    found: list[tuple[str, str]] = []
    before = ""
    for run in runs:
        if run.address and run.address == before:
            found[-1] = (run.address, found[-1][1] + run.text)
        elif run.address:
            found.append((run.address, run.text))
        before = run.address
    return found


def lead(runs: list[Run]) -> str:
    """Return the bold text at the beginning, if there is one."""
    first = runs[0] if runs else Run("")
    return first.text.strip() if first.marks == (("b", ""),) else ""
