"""What a sitting leaves behind: the check, and what it taught about the person."""

from datetime import date

from strengthcheck.guide.lookup import fit_of, made, stem_of
from strengthcheck.guide.state import Sitting
from strengthcheck.model.base import Side
from strengthcheck.model.check import BySide, Check, Expectation, Result, Trial
from strengthcheck.model.event import (
    EffortAnswer,
    ExpectAnswer,
    FitsAnswer,
    FollowUpAnswer,
    ReadyAnswer,
    SummaryAnswer,
    TodayAnswer,
)
from strengthcheck.model.profile import FitAnswer, NamedObject, Profile
from strengthcheck.model.protocol import Part, Protocol


def check_of(sitting: Sitting) -> Check | None:
    """The check as it would be kept now; none while no trial was made."""
    results = tuple(
        result
        for protocol in sitting.protocols
        for part in protocol.parts or (None,)
        if (result := _result(sitting, protocol, part)) is not None
    )
    if not results:
        return None
    today = sitting.answer("today", TodayAnswer)
    summary = sitting.answer("summary", SummaryAnswer)
    given: dict[str, object] = {
        "format_version": 1,
        "id": sitting.began.check,
        "started_at": sitting.began.at,
        "planned": sitting.began.planned,
        "results": results,
    }
    if today is not None and today.context.model_fields_set:
        given["context"] = today.context
    if summary is not None and summary.note:
        given["note"] = summary.note
    return Check.model_validate(given)


def profile_after(sitting: Sitting, today: date) -> Profile:
    """The profile with the fits and objects that this sitting asked for."""
    fits = list(sitting.profile.fits)
    objects = list(sitting.profile.objects)
    for protocol in sitting.protocols:
        answer = sitting.answer(f"fit/{protocol.id}", FitsAnswer)
        for side, fit in (answer.fits if answer else {}).items():
            fits = [f for f in fits if (f.protocol, f.side) != (protocol.id, side)]
            fits.append(FitAnswer(protocol=protocol.id, side=side, fit=fit))
        ready = sitting.answer(f"ready/{protocol.id}", ReadyAnswer)
        if ready is not None and ready.object is not None:
            objects = [o for o in objects if o.protocol != protocol.id]
            objects.append(NamedObject(protocol=protocol.id, name=ready.object))
    changed: dict[str, object] = {"fits": tuple(fits), "objects": tuple(objects)}
    if sitting.profile.set_up_on is None:
        changed["set_up_on"] = today
    return sitting.profile.model_copy(update=changed)


def object_of(sitting: Sitting, protocol: Protocol, part: Part | None) -> str | None:
    """What is recorded as the result's object: the part, or the bottle, book, stairs, device at hand."""
    if part is not None:
        return part.id
    ready = sitting.answer(f"ready/{protocol.id}", ReadyAnswer)
    if ready is not None and ready.object is not None:
        return ready.object
    return sitting.profile.object_for(protocol.id) if protocol.fit and protocol.fit.object else None


def _result(sitting: Sitting, protocol: Protocol, part: Part | None) -> Result | None:
    trials = tuple(
        trial
        for trial in made(sitting, protocol, part)
        if not (trial.skipped is not None and fit_of(sitting, protocol, trial.side) == "always_hard")
    )
    if not trials:
        return None
    given: dict[str, object] = {"protocol": protocol.id, "protocol_version": protocol.version}
    named = object_of(sitting, protocol, part)
    if named is not None:
        given["object"] = named
    given["trials"] = _with_efforts(sitting, protocol, part, trials)
    given |= _expected_and_felt(sitting, protocol, part)
    return Result.model_validate(given)


def _with_efforts(
    sitting: Sitting, protocol: Protocol, part: Part | None, trials: tuple[Trial, ...]
) -> tuple[Trial, ...]:
    """The trials with the side's effort at its last one that counts, and slips told afterwards marked."""
    stem = stem_of(protocol, part)
    out = list(trials)
    for side in dict.fromkeys(t.side for t in trials):
        rated = sitting.answer(f"effort/{stem}/{side}", EffortAnswer)
        last = max((i for i, t in enumerate(out) if t.side == side and t.counts), default=None)
        if rated is not None and last is not None:
            told = {"effort": rated.effort, "pain": rated.pain}
            out[last] = _changed(out[last], {k: v for k, v in told.items() if v is not None})
        because = sitting.answer(f"follow_up/{stem}/{side}", FollowUpAnswer)
        if because is not None and because.because == "slip":
            slipped = [i for i, t in enumerate(out) if t.side == side and t.counts and (t.ladder or 0) <= 1]
            for i in slipped:
                out[i] = _changed(out[i], {"invalid": "slipped", "invalid_note": "told after the test"})
    return tuple(out)


def _changed(trial: Trial, fields: dict[str, object]) -> Trial:
    """The trial with some fields given anew."""
    return Trial.model_validate({**trial.model_dump(exclude_unset=True), **fields})


def _expected_and_felt(sitting: Sitting, protocol: Protocol, part: Part | None) -> dict[str, object]:
    given: dict[str, object] = {}
    expect = sitting.answer("expect", ExpectAnswer)
    if expect is not None and protocol.id in expect.expected:
        given["expected"] = expect.expected[protocol.id]
    stem = stem_of(protocol, part)
    felt: dict[Side, Expectation] = {}
    for side in protocol.sides:
        rated = sitting.answer(f"effort/{stem}/{side}", EffortAnswer)
        if rated is not None and rated.felt is not None:
            felt[side] = rated.felt
    if felt:
        given["felt"] = BySide.model_validate(felt)
    return given
