"""The record in one pass, without its trials: what lists, dates and readings are made of.

Trials are read again where they are shown, one test or one check at a time. What is gathered is kept for as
long as no entry changes, so that a page opens without reading.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from strengthcheck.analysis.days import CheckDay, LeftOut, day_of, left_out
from strengthcheck.analysis.felt import Expecting, expecting
from strengthcheck.analysis.series import ProtocolInUse, Told, told_of
from strengthcheck.exchange.refused import Refused
from strengthcheck.model.check import Check
from strengthcheck.model.entry import ProtocolRef
from strengthcheck.model.series import Kept, PairKey
from strengthcheck.services.workspace import Workspace
from strengthcheck.views.history import CheckSummary, summary_of


class Gathered(NamedTuple):
    """Every check that is read, in order of time; the first four go side by side."""

    days: tuple[CheckDay, ...]
    told: tuple[Told, ...]
    expected: tuple[Expecting, ...]
    summaries: tuple[CheckSummary, ...]
    left_out: Mapping[PairKey, tuple[LeftOut, ...]]
    """The trials that do not count, by series."""
    deleted: int
    """How many checks lie in the bin."""
    unread: tuple[str, ...]
    """Why the text of a test can't be read, where one can't; its results are kept, and in no series."""

    def until(self, day: date) -> "Gathered":
        """The record as it stood on a day."""
        count = sum(d.at.date() <= day for d in self.days)
        if count == len(self.days):
            return self
        kept = [i for i, d in enumerate(self.days) if d.at.date() <= day]
        return Gathered(
            days=tuple(self.days[i] for i in kept),
            told=tuple(self.told[i] for i in kept),
            expected=tuple(self.expected[i] for i in kept),
            summaries=tuple(self.summaries[i] for i in kept),
            left_out={k: tuple(o for o in v if o.at.date() <= day) for k, v in self.left_out.items()},
            deleted=self.deleted,
            unread=self.unread,
        )


def gathered(ws: Workspace) -> Gathered:
    """The record as it is now."""
    return ws.remember("gathered", lambda: _gather(ws))


class _Lookup:
    """The tests that results were made with: the record is asked once for each, not once a result."""

    def __init__(self, ws: Workspace) -> None:
        self._ws = ws
        self._known: dict[ProtocolRef, ProtocolInUse | None] = {}
        self.unread: dict[str, None] = {}
        """Why a text can't be read, each reason once."""

    def __call__(self, ref: ProtocolRef) -> ProtocolInUse | None:
        if ref not in self._known:
            self._known[ref] = self._read(ref)
        return self._known[ref]

    def _read(self, ref: ProtocolRef) -> ProtocolInUse | None:
        try:
            return protocol_in_use(self._ws, ref)
        except Refused as e:
            self.unread[f"{e}. Its results are kept and stand in no reading."] = None
            return None


def _gather(ws: Workspace) -> Gathered:
    lookup = _Lookup(ws)
    found: list[tuple[CheckDay, Told, Expecting, CheckSummary]] = []
    outs: dict[PairKey, list[LeftOut]] = {}
    deleted = 0
    for revision in ws.store.heads("check"):
        check = revision.value
        deleted += revision.state == "deleted"
        if not isinstance(check, Check):
            continue
        kept = Kept(check=check, uses=revision.uses)
        found.append((day_of(check), told_of(kept, lookup), expecting(check), summary_of(check)))
        for key, out in left_out([kept], lookup).items():
            outs.setdefault(key, []).extend(out)
    found.sort(key=lambda f: (f[0].at, str(f[0].check)))
    return Gathered(
        days=tuple(f[0] for f in found),
        told=tuple(f[1] for f in found),
        expected=tuple(f[2] for f in found),
        summaries=tuple(f[3] for f in found),
        left_out={k: tuple(sorted(v, key=lambda o: o.at)) for k, v in outs.items()},
        deleted=deleted,
        unread=tuple(lookup.unread),
    )


def kept_checks(ws: Workspace) -> Iterator[Kept]:
    """Each check that is read, one at a time, with the protocol texts it was made with."""
    for revision in ws.store.heads("check"):
        value = revision.value
        if isinstance(value, Check):
            yield Kept(check=value, uses=revision.uses)


def protocol_in_use(ws: Workspace, ref: ProtocolRef) -> ProtocolInUse | None:
    """The protocol that a check was made with, by the text the record keeps. Raises Refused."""
    return ws.remember(("protocol", ref), lambda: _protocol_in_use(ws, ref))


def _protocol_in_use(ws: Workspace, ref: ProtocolRef) -> ProtocolInUse | None:
    text = ws.store.protocol_text(ref)
    return None if text is None else ProtocolInUse(ws.read_protocol(text), ref.sha256, text.own)
