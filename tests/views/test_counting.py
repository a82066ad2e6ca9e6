import pytest

from strengthcheck.views.counting import checks_words


@pytest.mark.parametrize(
    ("planned", "extra", "words"),
    [
        (0, 0, "nothing yet"),
        (1, 0, "1 check"),
        (16, 0, "16 checks"),
        (16, 1, "16 planned checks, 1 extra"),
        (1, 2, "1 planned check, 2 extra"),
        (0, 1, "1 extra check"),
        (0, 3, "3 extra checks"),
    ],
)
def test_checks_are_counted_as_they_are_compared(planned, extra, words):
    assert checks_words(planned, extra) == words
