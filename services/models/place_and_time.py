from django.utils.functional import cached_property

from cms import clock
from services import buildings, closures, hours, opening_hours, trouble
from services.closures import Closing
from services.enums import HoursKind
from services.models.building import Building
from services.place import Place
from services.trouble import Trouble


class PlaceAndTimeMixin:
    """Where an office is and when it receives people: its own facts, those of its building, and closures."""

    building_id: int | None
    room: str
    street: str
    postcode: str
    city: str

    @cached_property
    def house(self) -> Building | None:
        """The live building the office is in."""
        return buildings.current().get(self.building_id) if self.building_id else None

    @cached_property
    def closings(self) -> list[Closing]:
        """All closures that are not over, also those of other offices."""
        return closures.current()

    @property
    def place(self) -> Place:
        """Where one goes: the address of the building, else the office's own."""
        if house := self.house:
            return Place(house.street, house.postcode, house.city, self.room, house.latitude, house.longitude)
        return Place(self.street, self.postcode, self.city, self.room)

    @property
    def status_now(self) -> opening_hours.Status:
        """What holds for visits now; the page is told how long."""
        return hours.status_now(self)

    @property
    def today(self) -> str:
        """One plain sentence about today's visiting hours; empty where nothing is known of them."""
        return self.status_now.sentence

    @property
    def is_open(self) -> bool | None:
        """Whether a visiting span runs right now; None where no hours are known. Never shown without `today`."""
        return self.status_now.is_open

    @property
    def today_on_the_phone(self) -> str:
        return hours.status_now(self, kind=HoursKind.PHONE).sentence

    @property
    def announcements(self) -> list[str]:
        """Closures of the next two weeks: "24. Dezember bis 1. Januar geschlossen (Betriebsferien)"."""
        return hours.announcements(self, clock.now().date())

    @property
    def trouble(self) -> Trouble:
        """Closures and disruptions that are shown now, for lists without the sentence about today."""
        return trouble.at_office(self)

    @property
    def weekly_hours(self) -> list[opening_hours.Day]:
        return opening_hours.week(hours.weekly(self, HoursKind.VISIT))

    @property
    def weekly_phone_hours(self) -> list[opening_hours.Day]:
        return opening_hours.week(hours.weekly(self, HoursKind.PHONE))
