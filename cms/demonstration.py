"""The sentence with which a demonstration says so wherever no template does: feeds, calendars, mails."""

DEMO_SENTENCE = "Demonstration – kein Angebot der Stadt Bochum"
