"""What the page for the doctor says of itself, on paper and in the files that other systems read."""

from strengthcheck.wording.sentence import Sentence

FOOTER = Sentence(
    "doc.footer",
    "on every page for a doctor, last",
    "Self-recorded at home, not calibrated, not an examination. Compared only with this person's own earlier results. A flat record does not exclude weakness.",
    "C 2.12, 8.3(13)",
)
OWN_RANGE = Sentence(
    "doc.own_range",
    "beside a usual range in a file for other systems",
    "This person's own usual range, from their own earlier checks; not a population reference.",
    "C 3.5, 8.3(11)",
)
ALL = (FOOTER, OWN_RANGE)
