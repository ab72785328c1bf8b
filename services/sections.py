"""The sections of a service page in their order, for "Auf dieser Seite"; the anchors stand in the templates."""

from typing import Any

from django.utils.translation import gettext as _

from cms.contents import Heading, headings
from services.enums import HintKind


def contents(page: Any, hints: dict[str, list[Any]], offices: list[Any], rules: list[Any]) -> list[Heading]:
    """Return a heading for every section that has content; the template lists them from three on."""
    sections = [
        (_("Online erledigen"), "online", page.online_services.all()),
        (_("Voraussetzungen"), "voraussetzungen", hints.get(HintKind.AUDIENCE) or hints.get(HintKind.PREREQUISITE)),
        (_("Das bringen Sie mit"), "unterlagen", page.documents.all()),
        (_("Kosten"), "kosten", page.fees.all()),
        (_("Formulare"), "formulare", page.forms.all()),
        (_("So geht es"), "ablauf", page.steps.all()),
    ]
    after_body = [
        (_("Zuständige Stellen") if len(offices) > 1 else _("Zuständige Stelle"), "stelle", offices),
        (_("Wer ist für mich zuständig?"), "zustaendig", rules),
        (_("Fristen und Dauer"), "fristen", page.deadlines.all()),
        (_("Gut zu wissen"), "gut-zu-wissen", hints.get(HintKind.GENERAL)),
        (_("Rechtsgrundlagen"), "recht", page.legal_bases.all()),
    ]
    return _filled(sections) + headings(page.body) + _filled(after_body)


def _filled(sections: list[tuple[str, str, Any]]) -> list[Heading]:
    return [Heading(text, anchor) for text, anchor, rows in sections if rows]
