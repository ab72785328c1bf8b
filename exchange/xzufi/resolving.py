"""Turns what a delivery calls by name or id into pages of ours."""

import hashlib
import json
from typing import Any

from exchange.xzufi.catalogue import Catalogue
from exchange.xzufi.fields import LATE, ROWS, translations
from exchange.xzufi.identity import Identity
from exchange.xzufi.reading import field_name
from exchange.xzufi.spool import Spool
from services.models import OfficePage, ServicePage


class Resolver:
    """Completes the values of an object by what stands elsewhere in the delivery and in the catalogue."""

    def __init__(self, spool: Spool, catalogue: Catalogue) -> None:
        self.spool, self.catalogue = spool, catalogue

    def complete(self, model: type, who: Identity, values: dict[str, Any]) -> dict[str, Any]:
        """Return the values to compare; those that need all pages to be there (LATE) are left out."""
        values = {name: value for name, value in values.items() if name not in LATE}
        if model is ServicePage:
            self._connect(who, values)
            values["service_topics"] = self._topics(who, values["service_topics"])
        self._keep_languages(model, who, values)
        return values

    def late(self, model: type, who: Identity, values: dict[str, Any]) -> dict[str, Any]:
        """Return the values that may point to any page."""
        if model is OfficePage:
            above = values["parent_office"]
            return {"parent_office": self._page(OfficePage, who, Identity(*above)) if above else None}
        related = [self._page(ServicePage, who, Identity(*other)) for other in values["related_services"]]
        own = self.catalogue.find(ServicePage, who)
        return {"related_services": [{"related": page} for page in dict.fromkeys(related) if page and page != own]}

    def _connect(self, who: Identity, values: dict[str, Any]) -> None:
        """Add offices and online services. A delivery that names none at all says nothing about them."""
        links = self.spool.links.get(who, [])
        if self.spool.has_online:
            values["online_services"] = [dict(self.spool.online[each]) for each in links if each in self.spool.online]
        if self.spool.has_offices:
            others = [each for each in links if each not in self.spool.online]
            pages = [self._page(OfficePage, who, each) for each in others]
            values["service_offices"] = [{"office": page} for page in dict.fromkeys(pages) if page]

    def _page(self, model: type, who: Identity, other: Identity) -> int | None:
        page = self.catalogue.find(model, other)
        if page is None:
            name = "die Stelle" if model is OfficePage else "die Leistung"
            self.spool.report.say(str(who), f"{name} {other} ist nicht bekannt")
        return page

    def _topics(self, who: Identity, items: list[dict[str, str]]) -> list[dict[str, int]]:
        found = []
        for item in items:
            if (page := self.catalogue.topics.get(item["topic"])) is not None:
                found.append({"topic": page})
            else:
                self.spool.report.counts["unbekannte Themen"] += 1
        return found

    def _keep_languages(self, model: type, who: Identity, values: dict[str, Any]) -> None:
        """Leave translations out where no page could show them."""
        for language in translations():
            page = self.catalogue.find(model, who)
            has_page = page in self.catalogue.translated.get(language, ())
            has_title = bool(values.get(field_name("title", language)))
            if language in self.catalogue.locales and (has_page or has_title):
                continue
            if has_title:
                self.spool.report.languages[f"{language}: kein Seitenbaum"] += 1
            for name in [name for name in values if name.endswith(f"@{language}")]:
                del values[name]
            for relation, kind in ROWS[model].items():
                for item in values.get(relation, ()):
                    for text in kind.texts:
                        item[text] = {key: value for key, value in item[text].items() if key != language}


def digest(values: dict[str, Any]) -> str:
    """Return what tells two deliveries of an object apart."""
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()
