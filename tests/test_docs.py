"""Whatever code, tests and documents refer to can be found in this repository."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from strengthcheck.wording.catalogue import every_sentence
from strengthcheck.wording.danger import GATE_LINES
from strengthcheck.wording.sources import ARTICLES, EVIDENCE, articles_of, sections_of

ROOT = Path(__file__).parents[1]
READ = ("src", "tests", "docs", "benchmarks", "protocols")
KINDS = {".py", ".md", ".yaml", ".toml", ".typ", ".tcss"}

ABSENT = re.compile(
    r"\b(DESIGN|CONTRACT|SENTENCES|READING|CONVENTIONS|BRIEF)\b(?=\.md|'s? | §| table)"
    r"|(?:clinical-evidence|tui-anchors|reliability|(?<!docs/)peers)\.md|source-articles|[\w)] §\s?\d"
)
"""Documents that do not lie in the repository, and sections by a number that no document of ours has."""


def _texts() -> Iterator[Path]:
    for top in READ:
        for path in sorted((ROOT / top).rglob("*")):
            if path.suffix in KINDS and "golden" not in path.parts and path != Path(__file__):
                yield path
    yield from (ROOT / name for name in ("README.md", "CHANGELOG.md", "pyproject.toml"))


@cache
def _sections(document: Path) -> frozenset[str]:
    """The anchors of a document's headings, as GitHub makes them."""
    fenced, found = False, set()
    for line in document.read_text("utf-8").splitlines():
        fenced ^= line.startswith("```")
        if not fenced and (heading := re.match(r"#+ (.+)", line)):
            found.add(re.sub(r"[^\w\- ]", "", heading.group(1).lower()).strip().replace(" ", "-"))
    return frozenset(found)


def _broken(document: Path, section: str) -> bool:
    return not document.exists() or (bool(section) and section not in _sections(document))


def _named(text: str) -> Iterator[tuple[str, str]]:
    """Each `docs/…` that a text names, with each section named behind it."""
    for found in re.finditer(r"\bdocs/[\w/.-]*\w(?:#[\w-]+(?:, #[\w-]+)*)?", text):
        document, *sections = re.split(r"(?:, )?#", found.group())
        yield from ((document, section) for section in sections or ("",))


@pytest.mark.parametrize("top", [*READ, "README.md", "CHANGELOG.md", "pyproject.toml"])
def test_every_document_that_is_named_is_there_with_its_section(top):
    paths = [p for p in _texts() if p.relative_to(ROOT).parts[0] == top]
    assert paths
    broken = [
        (str(path.relative_to(ROOT)), document, section)
        for path in paths
        for document, section in _named(path.read_text("utf-8"))
        if _broken(ROOT / document, section)
    ]
    assert broken == []


def test_every_link_between_documents_leads_somewhere():
    broken = []
    for path in (p for p in _texts() if p.suffix == ".md"):
        for target, section in re.findall(r"\]\((?!https?:)([^)#\s]*)#?([^)\s]*)\)", path.read_text("utf-8")):
            if _broken(path.parent / target if target else path, section):
                broken.append((str(path.relative_to(ROOT)), target, section))
    assert broken == []


FILE = re.compile(r"(?<![\w/.-])(?:[\w.-]+/)*[\w-]+\.(?:py|typ|tcss|yaml|toml|txt)(?![\w/])")
NO_FILE = {"ruamel.yaml"}
"""The name of a library."""


def test_every_file_and_folder_that_a_document_names_is_there():
    missing = []
    for path in (p for p in _texts() if p.suffix == ".md"):
        text = path.read_text("utf-8")
        named = {*FILE.findall(text), *re.findall(r"`((?:[\w.-]+/)+)`", text)} - NO_FILE
        near = (ROOT, ROOT / "src/strengthcheck", path.parent)
        gone = [name for name in named if not any((base / name).exists() for base in near)]
        missing += [(str(path.relative_to(ROOT)), name) for name in gone]
    assert missing == []


def test_nothing_is_cited_that_a_stranger_can_not_open():
    cited = [
        (str(path.relative_to(ROOT)), found.group())
        for path in _texts()
        for found in ABSENT.finditer(path.read_text("utf-8"))
    ]
    assert cited == []


@pytest.mark.parametrize(
    "text",
    ["see clinical-evidence.md", "(DESIGN §5)", "as CONTRACT's JSON has it", "peers.md §4", "it §1"],
)
def test_a_citation_of_an_absent_document_would_be_noticed(text):
    assert ABSENT.search(text)


def test_a_section_that_is_not_there_would_be_noticed():
    assert _broken(ROOT / "docs/evidence.md", "no-such-heading")
    assert _broken(ROOT / "docs/no-such-file.md", "")
    assert list(_named("docs/evidence.md#slack, #flat-months; docs/words.md.")) == [
        ("docs/evidence.md", "slack"),
        ("docs/evidence.md", "flat-months"),
        ("docs/words.md", ""),
    ]


SOURCES = [(s.id, s.source) for s in every_sentence()] + [(f"gate.{g.number}", g.source) for g in GATE_LINES]


@pytest.mark.parametrize(("name", "source"), SOURCES, ids=[name for name, _ in SOURCES])
def test_each_sentence_names_a_section_that_is_there(name, source):
    sections = sections_of(source)
    assert sections, name
    assert not [s for s in sections if _broken(ROOT / s[0], s[1])]
    assert all(n in ARTICLES for n in articles_of(source))


def test_who_is_named_on_screen_is_named_in_that_section_too():
    text = (ROOT / "docs/evidence.md").read_text("utf-8")
    bodies = dict(re.findall(r"^### (.+?)\n(.*?)(?=^##)", text + "\n##", re.MULTILINE | re.DOTALL))
    by_anchor = {h.lower().replace(",", "").replace(" ", "-"): body for h, body in bodies.items()}
    for section, names in EVIDENCE.items():
        body = by_anchor[section].lower()
        for name in names.split("; "):
            who = name.removeprefix("exceptions: ").split(",")[0]
            assert all(word in body for word in who.lower().split() if word != "and"), (section, who)


def test_the_articles_are_listed_by_the_numbers_that_sources_use():
    text = (ROOT / "docs/evidence.md").read_text("utf-8")
    assert dict(re.findall(r"^\| (\d+) \| ([^|]+?) \|", text, re.MULTILINE)) == {
        str(n): topic for n, topic in ARTICLES.items()
    }
