"""Panels of the editor that show something instead of asking for it."""

from collections.abc import Callable
from typing import Any

from wagtail.admin.panels import Panel


class PicturePanel(Panel):
    """A picture of what was last saved, with the same in words. `draw` makes it of the page, None: nothing to show."""

    def __init__(self, draw: Callable[[Any], Any], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.draw = draw

    def clone_kwargs(self) -> dict[str, Any]:
        return super().clone_kwargs() | {"draw": self.draw}

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/panels/picture.html"

        class Media:
            css = {"all": ["editor/graph_picture.css"]}

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            return context | {"drawing": self.panel.draw(self.instance)}


class NoticesPanel(Panel):
    """Sentences about what was last saved that no field is wrong for; hidden when there are none."""

    def __init__(self, notices: Callable[[Any], list[str]], **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.notices = notices

    def clone_kwargs(self) -> dict[str, Any]:
        return super().clone_kwargs() | {"notices": self.notices}

    class BoundPanel(Panel.BoundPanel):
        template_name = "wagtailadmin/panels/notices.html"

        def is_shown(self) -> bool:
            return super().is_shown() and bool(self.panel.notices(self.instance))

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            return context | {"notices": self.panel.notices(self.instance)}
