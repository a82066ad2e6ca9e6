"""What is expected to go wrong at times in any face; the text of each is meant for the person."""

from strengthcheck.exchange.refused import Refused
from strengthcheck.guide.entering import NotAValue
from strengthcheck.host.files import FileRefused
from strengthcheck.host.folders import FolderRefused
from strengthcheck.services.editing import NoSuchCheck
from strengthcheck.services.sitting import NotNow
from strengthcheck.store import StoreError

EXPECTED = (StoreError, NotNow, NoSuchCheck, NotAValue, Refused, FileRefused, FolderRefused)
