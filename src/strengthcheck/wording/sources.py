"""What a sentence's source is called where a person reads it.

A source is written as `docs/evidence.md#flat-months, #slack; docs/reading.md#the-rules; article 9`: sections of the
documents, and articles by their number in `docs/evidence.md#the-articles`. What is no one's finding stands as words.
"""

import re

EVIDENCE = {
    "twitching-and-referral": "NICE guideline NG127; NHS, twitching eyes and muscles",
    "weakness-by-speed": "NICE guideline NG127",
    "red-flags": "RCGP and MND Association, red flag tool",
    "emergency-signs": "Stroke Association; NICE guideline NG127",
    "first-visit": "Merck Manual, medical history in neurology; Mayo Clinic, preparing for an appointment",
    "a-page-for-a-doctor": "Lordon 2020; Middleton 2006, BMJ",
    "how-rare": "Logroscino 2010, J Neurol Neurosurg Psychiatry; Marin 2018, Eur J Epidemiol",
    "late-diagnosis": "Falcão de Campos 2023, Front Neurol",
    "flat-months": "Bedlack 2016, Neurology",
    "what-does-not-return": "Bedlack 2016, Neurology; the consensus of neurologists",
    "what-comes-and-goes": "Lawson 2018, touchNEUROLOGY",
    "shape-of-a-loss": "Munsat 1988; Pradas 1993",
    "slack": "Andres 2017",
    "where-it-begins-and-spreads": "Turner 2010",
    "twitching-is-common": "van der Heijden 1994; Reed and Kurland",
    "twitching-and-als": "de Carvalho, Kiernan and Swash 2017, J Neurol Neurosurg Psychiatry",
    "followed-up": "Blexrud 1993; Filippakis 2018; Mattiuzzi and Lippi 2024; exceptions: Singh 2011",
    "error-of-one-check": "Abe 2025; GripAble remote study 2025",
    "learning": "Gill 2022",
    "sides-differ": "McGrath 2023; Incel 2002",
    "what-moves-a-result": "Sayers and Clarkson 2001; Knaier 2022; Craven 2022; McNair 1996",
    "checking-and-worry": "Olatunji 2011, Behav Res Ther",
    "reassurance-fades": "Lucock 1997, BMJ",
    "what-helps": "NHS, health anxiety; Hedman 2014, Br J Psychiatry",
    "worry-and-twitching": "Blackman 2019; Practical Neurology 2020",
}
"""Section of `docs/evidence.md` to who found it. Sections that only judge are not here."""

COMPUTED = "docs/reading.md"
"""What rests on this document was computed for this program."""

ARTICLES = {
    1: "toes",
    2: "strength tests",
    3: "felt weakness",
    4: "the thigh",
    5: "anxiety and exercise",
    6: "the stomach",
    7: "body-wide twitching",
    8: "MS and restless legs",
    9: "the thumb",
    10: "tired muscles",
}
"""Lorra Garrick's articles, by number, and what each is on."""


def sections_of(source: str) -> tuple[tuple[str, str], ...]:
    """Every document that a source names, with the section; an empty section where the document is meant."""
    found = []
    for part in source.split(";"):
        named = re.match(r"docs/[\w/.-]+\.md", part.strip())
        if named is not None:
            sections = re.findall(r"#([\w-]+)", part)
            found += [(named.group(), section) for section in sections or ("",)]
    return tuple(found)


def articles_of(source: str) -> tuple[int, ...]:
    """The articles that a source names, by number."""
    named = re.search(r"\barticles? ([\d, and]+)", source)
    return tuple(int(n) for n in re.findall(r"\d+", named.group(1))) if named else ()
