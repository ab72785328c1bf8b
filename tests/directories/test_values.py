"""Values of fields: what is understood, what is refused, and that nothing changes when it is read again."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from directories import slugs, values
from directories.enums import FieldKind


@dataclass
class Definition:
    kind: str
    key: str = "feld"
    label: str = "Feld"
    options: list[str] = field(default_factory=list)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=60),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("kind", "raw", "kept", "shown"),
    [
        ("text", "  Eingang \n rechts ", "Eingang rechts", "Eingang rechts"),
        ("long_text", "eins\n\n zwei ", "eins\nzwei", "eins\nzwei"),
        ("number", "1.234,5", 1234.5, "1.234,5"),
        ("number", "1.234", 1234, "1.234"),
        ("number", "12.5", 12.5, "12,5"),
        ("number", 1234, 1234, "1.234"),
        ("number", "0", 0, "0"),
        ("yes_no", "Ja", True, "ja"),
        ("yes_no", "nein", False, "nein"),
        ("yes_no", False, False, "nein"),
        ("choice", ["a", " a ", "b"], ["a", "b"], "a, b"),
        ("choice", "a", ["a"], "a"),
        ("link", "www.bochum.de/a b", "https://www.bochum.de/a%20b", "https://www.bochum.de/a%20b"),
        ("link", "http://bochum.de", "http://bochum.de", "http://bochum.de"),
        ("phone", "0234 910-1950", "0234 910-1950", "0234 910-1950"),
        ("email", "ada@example.org", "ada@example.org", "ada@example.org"),
        ("date", "7.2.2026", "2026-02-07", "07.02.2026"),
        ("date", "2026-02-07", "2026-02-07", "07.02.2026"),
    ],
)
def test_a_value_is_kept_and_shown(kind, raw, kept, shown):
    definition = Definition(kind)
    assert values.clean(definition, raw) == kept
    assert values.shown(definition, kept) == shown


@pytest.mark.parametrize(
    ("kind", "raw"),
    [
        ("text", "x" * 301),
        ("text", ["a"]),
        ("number", "viele"),
        ("number", "nan"),
        ("number", True),
        ("number", "1e300"),
        ("yes_no", "vielleicht"),
        ("choice", ["x" * 121]),
        ("choice", [str(number) for number in range(21)]),
        ("link", "javascript:alert(1)"),
        ("link", "data:text/html,x"),
        ("link", "kein Link"),
        ("phone", "anrufen!"),
        ("email", "ada"),
        ("date", "31.02.2026"),
        ("date", "bald"),
    ],
)
def test_nonsense_is_refused_with_a_sentence(kind, raw):
    with pytest.raises(ValidationError) as refused:
        values.clean(Definition(kind), raw)
    assert refused.value.messages[0].endswith(".")


# Of these the form has made a value already, where blanks are an error.
TYPED = ("number", "yes_no", "date")
NOTHING = [(kind, raw) for kind in FieldKind.values for raw in (None, "", [])]
NOTHING += [(kind, "  ") for kind in FieldKind.values if kind not in TYPED]


@pytest.mark.parametrize(("kind", "raw"), NOTHING)
def test_nothing_is_no_value(kind, raw):
    assert values.clean(Definition(kind), raw) is None


def test_only_given_choices_are_allowed():
    assert values.clean(Definition("choice", options=["a"]), "a") == ["a"]
    with pytest.raises(ValidationError, match="„b“ steht nicht zur Auswahl"):
        values.clean(Definition("choice", options=["a"]), "b")


def test_a_number_leads_to_a_call_and_an_address_names_its_host():
    assert values.linked(Definition("phone"), "0234 910-0") == ("0234 910-0", "tel:+492349100")
    assert values.linked(Definition("link"), "https://a.example/x") == ("a.example", "https://a.example/x")
    assert values.linked(Definition("text"), "x") == ("x", "")


def test_all_wrong_values_are_named_at_once():
    fields = {"a": Definition("number", "a"), "b": Definition("date", "b")}
    with pytest.raises(ValidationError) as refused:
        values.clean_all(fields, {"a": "x", "b": "y", "c": "z"})
    assert set(refused.value.message_dict) == {"a", "b", "c"}


@given(st.sampled_from(FieldKind.values), ANYTHING)
def test_whatever_comes_is_a_value_or_a_complaint(kind, raw):
    definition = Definition(kind)
    try:
        kept = values.clean(definition, raw)
    except ValidationError:
        return
    if kept is not None:
        assert values.clean(definition, kept) == kept
        assert isinstance(values.shown(definition, kept), str)


@example("", f"0 {'0' * 39}", {""})
@example(f"{'a' * 71} b", "1", {f"{'a' * 71} b", "a"})
@given(st.text(max_size=300), st.text(max_size=150), st.sets(st.text(max_size=80), max_size=5))
def test_every_name_gets_an_address_of_its_own(name, external_id, others):
    taken = {slugs.slug(other) for other in others}
    before = set(taken)
    slug = slugs.free_slug(name, external_id, taken)
    assert slug not in before
    assert slug in taken
    assert 0 < len(slug) <= slugs.MAX_SLUG
    assert slugs.slug(slug) == slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [("Straße am Öl", "strasse-am-oel"), ("Kita „Übermut“", "kita-uebermut"), ("!!!", "eintrag"), ("日本", "eintrag")],
)
def test_addresses_can_be_typed(text, slug):
    assert slugs.slug(text) == slug
