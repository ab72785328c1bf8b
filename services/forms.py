"""The editors' forms of journeys and decision helpers: what would lead nowhere is refused when publishing.

A draft may have gaps; the picture in the form shows them.
"""

from typing import Any

from search.forms import FindablePageForm
from services.decision_graph import Answer, Node, problems
from services.enums import StepLogic


def kept(formset: Any) -> list[Any]:
    """Return the valid rows of a formset that stay, in the order of the editor."""
    forms = [form for form in formset.forms if form.is_valid() and not form.cleaned_data.get("DELETE")]
    return sorted(
        (form for form in forms if form.cleaned_data or form.instance.pk),
        key=lambda form: form.cleaned_data.get("ORDER") or 0,
    )


def is_deleted(form: Any) -> bool:
    return bool(form.is_valid() and form.cleaned_data.get("DELETE"))


class JourneyForm(FindablePageForm):
    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.is_deferred_validation or "steps" not in self.formsets:
            return data
        steps = kept(self.formsets["steps"])
        if steps and steps[0].cleaned_data.get("logic") != StepLogic.NUMBER:
            title = steps[0].cleaned_data.get("title")
            steps[0].add_error("logic", f"Vor „{title}“ steht kein Schritt, an den „und“ oder „oder“ anschließen kann.")
        for step in steps:
            _check_links(step)
        return data


def _check_links(step: Any) -> None:
    """One step leads to each place once."""
    seen = set()
    for link in kept(step.formsets["links"]):
        target = link.cleaned_data.get("service") or link.cleaned_data.get("url")
        if target in seen:
            link.add_error("service", f"Der Schritt „{step.cleaned_data.get('title')}“ führt schon dorthin.")
        seen.add(target)


class DecisionForm(FindablePageForm):
    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.is_deferred_validation or "nodes" not in self.formsets:
            return data
        formset = self.formsets["nodes"]
        forms = kept(formset)
        # A row that is wrong in itself would make everything behind it unreachable: one thing after the other.
        if len(forms) < sum(1 for form in formset.forms if not is_deleted(form)):
            return data
        answers = [kept(form.formsets["answers"]) for form in forms]
        for problem in problems([_node(form, rows) for form, rows in zip(forms, answers, strict=True)]):
            row = forms[problem.node] if problem.answer is None else answers[problem.node][problem.answer]
            row.add_error(problem.field, problem.text)
        return data


def _node(form: Any, rows: list[Any]) -> Node:
    values = form.cleaned_data
    answers = tuple(Answer(*(row.cleaned_data.get(name, "") for name in ("key", "label", "leads_to"))) for row in rows)
    has_target = any(values.get(name) for name in ("service", "office", "text"))
    return Node(values["key"], values["kind"], values["title"], answers, has_target)
