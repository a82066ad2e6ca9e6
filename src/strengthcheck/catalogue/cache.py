"""Validated protocols kept as JSON, so that an unchanged file costs no YAML. Losing it costs only time."""

import hashlib
import json
import os
import re
from contextlib import suppress
from importlib.resources import files
from pathlib import Path

from pydantic import ValidationError

from strengthcheck import __version__
from strengthcheck.catalogue.files import Unreadable, read_bytes
from strengthcheck.model.protocol import Protocol

_OURS = re.compile(r"protocol-[0-9a-f]{64}\.json")
_LIMIT = 1024 * 1024


class Cache:
    """A folder of protocols by the SHA-256 of their text and of the rules that checked it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._rules = rules_digest()
        self._used: set[str] = set()
        self._wrote = False

    def get(self, text_sha256: str) -> Protocol | None:
        """The protocol of a text that was checked before by these rules; None if there is none intact."""
        name = self._name(text_sha256)
        try:
            seal, _, body = read_bytes(self._folder / name, _LIMIT).partition(b"\n")
        except Unreadable:
            return None
        if seal != _seal(name, body):
            return None
        try:
            protocol = Protocol.model_validate_json(body)
        except ValidationError:
            return None
        self._used.add(name)
        return protocol

    def put(self, text_sha256: str, protocol: Protocol) -> None:
        """Keep a checked protocol; a folder that can't be written is no error."""
        from tempfile import mkstemp

        name = self._name(text_sha256)
        body = protocol.model_dump_json(exclude_unset=True).encode()
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, part = mkstemp(prefix="protocol-", suffix=".part", dir=self._folder)  # 0600 from birth
        except OSError:
            return
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_seal(name, body) + b"\n" + body)
            Path(part).replace(self._folder / name)
        except OSError:
            with suppress(OSError):
                Path(part).unlink()
            return
        self._used.add(name)
        self._wrote = True

    def tidy(self) -> None:
        """Remove what no present file uses; a warm start writes nothing and does not look."""
        if not self._wrote:
            return
        with suppress(OSError):  # another start may be tidying too
            for path in self._folder.iterdir():
                if _OURS.fullmatch(path.name) and path.name not in self._used:
                    path.unlink()

    def _name(self, text_sha256: str) -> str:
        key = hashlib.sha256(f"{text_sha256} {self._rules}".encode()).hexdigest()
        return f"protocol-{key}.json"


def rules_digest() -> str:
    """SHA-256 of our version and of the source that says what a protocol is.

    The source, not its JSON Schema: the schema lacks the rules that join two settings, and costs 5 ms. Where
    an install has no sources, the schema it is.
    """
    digest = hashlib.sha256(__version__.encode())
    try:
        for name in ("base.py", "protocol.py"):
            digest.update((files("strengthcheck.model") / name).read_bytes())
    except OSError:
        digest.update(json.dumps(Protocol.model_json_schema(), sort_keys=True).encode())
    return digest.hexdigest()


def _seal(name: str, body: bytes) -> bytes:
    return hashlib.sha256(name.encode() + b"\n" + body).hexdigest().encode()
