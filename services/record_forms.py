"""The editors' forms of closures and disruptions: what nobody would see, or what is not true, is not published."""

from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm

from cms import clock
from services.forms import is_deleted, kept

NO_OFFICE = "Wählen Sie unten mindestens eine Stelle oder ein Gebäude, oder setzen Sie diesen Haken."
OUTSIDE = "Dieser Tag liegt nicht im Zeitraum der Schließung."
OVER = "Dieser Zeitpunkt ist schon vorbei: Die Störung wäre nirgends zu sehen."


class ClosureForm(WagtailAdminModelForm):
    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.is_deferred_validation or "offices" not in self.formsets:
            return data
        if not data.get("all_offices") and all(is_deleted(form) for form in self.formsets["offices"].forms):
            self.add_error("all_offices", NO_OFFICE)
        self._check_emergencies(data.get("first_day"), data.get("last_day"))
        return data

    def _check_emergencies(self, first: Any, last: Any) -> None:
        if not (first and last):
            return
        for form in kept(self.formsets["emergency_services"]):
            if not first <= form.cleaned_data["day"] <= last:
                form.add_error("day", OUTSIDE)


class DisruptionForm(WagtailAdminModelForm):
    def clean(self) -> dict[str, Any]:
        data = super().clean()
        end = data.get("end")
        # A new one says live before it is. One that is may be ended early, or its text mended afterwards.
        is_new = self.instance.pk is None or not self.instance.live
        if end and end <= clock.now() and is_new and not self.is_deferred_validation:
            self.add_error("end", OVER)
        return data
