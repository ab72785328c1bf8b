"""No cookie, no storage, no foreign server, no complaint of the browser."""

from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Error, Page, Request

STORED = "[...Object.keys(localStorage), ...Object.keys(sessionStorage)]"


class Watch:
    """Sits beside a page from before it is opened and keeps what it notices."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.addresses: list[str] = []
        self.complaints: list[tuple[str, str]] = []
        self.listeners = {"request": self._on_request, "console": self._on_console, "pageerror": self._on_error}

    def __enter__(self) -> "Watch":
        for event, listener in self.listeners.items():
            self.page.on(event, listener)
        return self

    def __exit__(self, *_error: object) -> None:
        for event, listener in self.listeners.items():
            self.page.remove_listener(event, listener)

    def _on_request(self, request: Request) -> None:
        self.addresses.append(request.url)

    def _on_error(self, error: Error) -> None:
        self.complaints.append(("", str(error)))

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append((message.location.get("url", ""), message.text))

    def found(self) -> list[str]:
        # Pictures further down load late.
        self.page.evaluate("scrollTo(0, document.body.scrollHeight)")
        self.page.wait_for_load_state("load")
        own = urlsplit(self.page.url).netloc
        foreign = [address for address in self.addresses if urlsplit(address).netloc not in {own, ""}]
        return [
            *(f"fremder Server: {address}" for address in foreign),
            *(f"Cookie: {cookie['name']}" for cookie in self.page.context.cookies()),
            *(f"gespeichert: {key}" for key in self.page.evaluate(STORED)),
            # The status of the page itself is no complaint: a missing page answers 404.
            *(f"Browser: {text}" for url, text in self.complaints if url != self.page.url or "status of" not in text),
        ]
