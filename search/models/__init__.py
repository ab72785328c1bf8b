from search.models.documents import SearchDocument, SearchPosting, SearchWord
from search.models.pages import FindablePage
from search.models.words import CitizenWord

__all__ = ["CitizenWord", "FindablePage", "SearchDocument", "SearchPosting", "SearchWord"]
