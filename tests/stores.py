"""The files of a store as whoever forges one would take them apart and make them."""

import pickle
from collections.abc import Iterator

from driftstilpasning import cache


def forged(*values: object) -> bytes:
    """A file as our own program would have written it; a value in bytes is taken to be pickled already."""
    parts = [value if isinstance(value, bytes) else pickle.dumps(value) for value in values]
    return cache._program() + b"".join(_header(part) + part for part in parts)  # noqa: SLF001


def values_of(file: bytes) -> Iterator[bytes]:
    """The values in a file of a store, pickled."""
    rest = file.removeprefix(cache._program())  # noqa: SLF001
    while rest:
        end = len(_header(b"")) + int.from_bytes(rest[:8], "big")
        yield rest[len(_header(b"")) : end]
        rest = rest[end:]


def _header(part: bytes) -> bytes:
    return len(part).to_bytes(8, "big") + cache._digest(part)  # noqa: SLF001
