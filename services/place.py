"""Where one goes: an address to read, to dial a map with, and to put on an envelope."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Place:
    """An address; coordinates in degrees (WGS84), None where nobody has measured them."""

    street: str = ""
    postcode: str = ""
    city: str = ""
    room: str = ""
    latitude: Decimal | None = None
    longitude: Decimal | None = None

    def __bool__(self) -> bool:
        return bool(self.street or self.city)

    @property
    def town(self) -> str:
        """ "44787 Bochum"; a part that is not known is left out."""
        return " ".join(part for part in (self.postcode, self.city) if part)

    @property
    def line(self) -> str:
        """ "Willy-Brandt-Platz 2–6, 44787 Bochum"."""
        return ", ".join(part for part in (self.street, self.town) if part)

    @property
    def geo(self) -> str:
        """Return "51.481900,7.216200" for `geo:` addresses (RFC 5870), "" without coordinates."""
        return "" if self.latitude is None or self.longitude is None else f"{self.latitude},{self.longitude}"
