"""What the record keeps: entries, each a set of immutable revisions."""

import hashlib
import json
from collections.abc import Iterable
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import AwareDatetime, Field, model_validator

from strengthcheck.model.base import Frozen, Prose, Sha256, Slug
from strengthcheck.model.check import Check
from strengthcheck.model.profile import Card, Gate, Plan, Profile, Urge, Visit

EntryKind = Literal["check", "gate", "visit", "card", "urge", "profile", "plan"]
"""What an entry is about."""

State = Literal["content", "deleted", "purged"]
"""A revision holds content, or marks it deleted (in the bin), or purged (gone for good)."""

Content = Check | Gate | Visit | Card | Urge | Profile | Plan
"""What a revision can hold."""

CONTENT_TYPES: dict[EntryKind, type[Content]] = {
    "check": Check,
    "gate": Gate,
    "visit": Visit,
    "card": Card,
    "urge": Urge,
    "profile": Profile,
    "plan": Plan,
}


class ProtocolRef(Frozen):
    """Which text of a protocol was used."""

    id: Slug
    version: Annotated[int, Field(ge=1)]
    sha256: Sha256


class ProtocolText(Frozen):
    """A protocol's file as it was when used: old results are read and printed by theirs."""

    id: Slug
    version: Annotated[int, Field(ge=1)]
    sha256: Sha256
    text: str
    own: bool = False
    """Written by the person, not shipped."""

    @model_validator(mode="after")
    def _digest_holds(self) -> Self:
        if hashlib.sha256(self.text.encode()).hexdigest() != self.sha256:
            raise ValueError("the text does not match its sha256")
        return self

    @property
    def ref(self) -> ProtocolRef:
        """The reference that results carry."""
        return ProtocolRef(id=self.id, version=self.version, sha256=self.sha256)


def canonical_json(value: Any) -> str:
    """JSON with one spelling: sorted keys, no spaces, no NaN."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


class Revision(Frozen):
    """An entry's content at one time, immutable and named by the SHA-256 of its content and ancestry."""

    entry: UUID
    kind: EntryKind
    after: tuple[Sha256, ...] = ()
    """The revisions that this one follows."""
    made_at: AwareDatetime
    reason: Prose = ""
    state: State = "content"
    content: dict[str, Any] | None = None
    """The content as JSON, fields as they were given; typed by `value`."""
    uses: tuple[ProtocolRef, ...] = ()
    """The protocol texts a check was made with."""

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if (self.state == "content") != (self.content is not None):
            raise ValueError("a revision holds content exactly when its state is content")
        return self

    @property
    def id(self) -> str:
        """SHA-256 of everything the revision says."""
        return hashlib.sha256(canonical_json(self.model_dump(mode="json")).encode()).hexdigest()

    @property
    def value(self) -> Content | None:
        """The content, typed; None when deleted or purged."""
        if self.content is None:
            return None
        return CONTENT_TYPES[self.kind].model_validate_json(json.dumps(self.content))

    @classmethod
    def of(
        cls,
        content: Content,
        *,
        kind: EntryKind,
        entry: UUID,
        made_at: AwareDatetime,
        after: Iterable[str] = (),
        reason: str = "",
        uses: Iterable[ProtocolRef] = (),
    ) -> Self:
        """A revision that holds the given content; an id that was drawn is written down too."""
        fields = content.model_dump(mode="json", exclude_unset=True)
        if "id" in type(content).model_fields:
            fields["id"] = content.model_dump(mode="json", include={"id"})["id"]
        return cls(
            entry=entry,
            kind=kind,
            after=tuple(sorted(after)),
            made_at=made_at,
            reason=reason,
            content=fields,
            uses=tuple(uses),
        )


class Entry(Frozen):
    """One thing the record keeps, with every revision it ever had."""

    id: UUID
    kind: EntryKind
    revisions: Annotated[tuple[Revision, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _one_entry(self) -> Self:
        for r in self.revisions:
            if (r.entry, r.kind) != (self.id, self.kind):
                raise ValueError("a revision of another entry is among these")
        return self

    @property
    def heads(self) -> tuple[Revision, ...]:
        """The revisions that nothing comes after, the one that is read first (greatest made_at, then id)."""
        if len(self.revisions) == 1:
            return self.revisions
        followed = {a for r in self.revisions for a in r.after}
        open_ends = [(r.made_at, r.id, r) for r in self.revisions]
        ends = [x for x in open_ends if x[1] not in followed]
        return tuple(r for _, _, r in sorted(ends, key=lambda x: x[:2], reverse=True))

    @property
    def current(self) -> Revision:
        """The revision that is read. A purged one outranks all: what was emptied from the bin stays gone."""
        purged = [r for r in self.revisions if r.state == "purged"]
        return purged[0] if purged else self.heads[0]

    @property
    def first(self) -> Revision:
        """What was recorded first."""
        return min((r for r in self.revisions if not r.after), key=lambda r: (r.made_at, r.id))
