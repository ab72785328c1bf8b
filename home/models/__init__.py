from home.models.contact import ContactPage, ContactTopic
from home.models.content import ContentPage, SectionPage
from home.models.credits import CreditsPage
from home.models.events import EventDate, EventIndexPage, EventPage
from home.models.feedback import Feedback
from home.models.home import FrequentService, HomePage
from home.models.messages import ContactMessage
from home.models.news import NewsIndexPage, NewsPage

__all__ = [
    "ContactMessage",
    "ContactPage",
    "ContactTopic",
    "ContentPage",
    "CreditsPage",
    "EventDate",
    "EventIndexPage",
    "EventPage",
    "Feedback",
    "FrequentService",
    "HomePage",
    "NewsIndexPage",
    "NewsPage",
    "SectionPage",
]
