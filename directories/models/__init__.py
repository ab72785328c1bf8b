from directories.models.entries import Entry, EntryFacet
from directories.models.fields import DirectoryField
from directories.models.pages import DirectoryIndexPage, DirectoryPage
from directories.models.places import Place

__all__ = ["DirectoryField", "DirectoryIndexPage", "DirectoryPage", "Entry", "EntryFacet", "Place"]
