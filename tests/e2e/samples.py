"""One page for every template and state of a template, as a visitor meets it."""

from dataclasses import dataclass, field

from django.template.loader import render_to_string

from playwright.sync_api import Browser, Page, Response

from cms.public_form import MIN_AGE
from tests.addresses import TEMPLATES

MORE = {
    "bildnachweise": "/bildnachweise/",
    "stilbuch": "/stilbuch/",
    "bereich-mit-bildern": "/rathaus/",
    "inhalt-mit-tabelle": "/smart-city/buergerkonferenz-2021/",
    "leistung-arabisch": "/ar/khadamat/bitaqat-hawiya/",
    "leistung-tuerkisch": "/tr/hizmetler/kimlik-karti-basvurusu/",
    "start-englisch": "/en/",
    "start-ukrainisch": "/uk/",
    "rueckmeldung": "/rueckmeldung/ja/?zu=/leistungen/",
    "rueckmeldung-danke": "/rueckmeldung/danke/?zu=/leistungen/",
}
# Answers to a form and of a broken server: taken once, then given again, so that no limit of a form is reached.
TAKEN = ("kontakt-fehler", "kontakt-danke", "stoerung")
ADDRESSES = TEMPLATES | MORE
NAMES = [*ADDRESSES, *TAKEN]
STATUS = {"nicht-gefunden": 404, "kontakt-fehler": 422, "stoerung": 500}


@dataclass(frozen=True)
class Answer:
    url: str
    status: int
    headers: dict[str, str]
    body: str


@dataclass
class Samples:
    """Opens a sample by its name, in a page whose context has `url` as its base."""

    browser: Browser
    url: str
    answers: dict[str, Answer] = field(default_factory=dict)

    def open(self, page: Page, name: str) -> Response:
        """Open the sample and make sure that it is what it is called."""
        address = ADDRESSES.get(name) or self.give(page, name)
        response = page.goto(address)
        assert response is not None
        assert response.status == STATUS.get(name, 200), f"{address} antwortet {response.status}"
        return response

    def give(self, page: Page, name: str) -> str:
        answer = self.answers.get(name) or self.answers.setdefault(name, self.take(name))
        page.route(
            answer.url,
            lambda route: route.fulfill(status=answer.status, headers=answer.headers, body=answer.body),
            times=1,
        )
        return answer.url

    def take(self, name: str) -> Answer:
        if name == "stoerung":
            return Answer(
                f"{self.url}/stoerung/", 500, {"content-type": "text/html; charset=utf-8"}, render_to_string("500.html")
            )
        context = self.browser.new_context(base_url=self.url, locale="de-DE")
        context.set_default_timeout(10_000)
        page = context.new_page()
        page.goto("/kontakt/")
        if name == "kontakt-danke":
            page.locator("main select").last.select_option(index=1)
            page.locator("main textarea").last.fill("Wann hat die Zentralbücherei am Samstag geöffnet?")
            # Whoever is faster is taken for a program.
            page.wait_for_timeout(MIN_AGE.total_seconds() * 1000 + 500)
        with page.expect_navigation() as navigation:
            page.locator("main form[method=post] button[type=submit]").click()
        answer = taken(navigation.value)
        context.close()
        return answer


def taken(response: Response) -> Answer:
    length = {"content-length", "content-encoding", "transfer-encoding"}
    headers = {name: value for name, value in response.all_headers().items() if name not in length}
    return Answer(response.url, response.status, headers, response.text())
