from search.weighing import weigh


def test_a_title_counts_more_than_citizens_words_and_those_more_than_text():
    weights = weigh("Hundesteuer", ["Wauwau"], "Für alle Tiere.", "Anmeldung im Amt")
    assert weights["hundesteuer"] > weights["wauwau"] > weights["tiere"] > weights["anmeldung"] > 0


def test_a_word_in_several_places_has_its_best_weight():
    weights = weigh("Hund", ["Hund", "Hund und Katze"], "Hund", "Hund Katze")
    assert weights["hund"] == weigh("Hund", [], "", "")["hund"]
    assert weights["katze"] == weigh("", ["Hund und Katze"], "", "")["katze"]


def test_a_word_counts_more_where_it_is_the_whole_title():
    whole, part = weigh("Ausweis", [], "", ""), weigh("Ausweis für Kinder", [], "", "")
    assert whole["ausweis"] > part["ausweis"]


def test_a_page_without_words_has_no_weights():
    assert weigh("…", ["!"], "", "–") == {}
