"""Writing a file whole or not at all."""

import contextlib
import os
import stat
import tempfile
from pathlib import Path

from driftstilpasning.errors import DtError, reason
from driftstilpasning.text import Text

_UNWRITABLE = Text(
    nb="kan ikke skrive {path}: {why}", nn="kan ikkje skrive {path}: {why}", en="cannot write {path}: {why}"
)


def write_whole(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path``; whatever goes wrong, what stood there still stands there.

    The new file is written beside the old one, forced to the disk, and takes its place in one step, with
    the old one's permissions. What is no file, such as ``/dev/stdout``, is written to as it is.

    Raises:
        DtError: the file cannot be written.
    """
    try:
        if _is_written_through(path):
            path.write_bytes(content)
            return
    except OSError as error:
        raise DtError(_UNWRITABLE, path=str(path), why=reason(error)) from error
    target = Path(os.path.realpath(path))  # a link goes on pointing where it points
    scratch = None
    try:
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
        handle, scratch = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(scratch).chmod(mode)
        Path(scratch).replace(target)
        scratch = None
    except OSError as error:
        raise DtError(_UNWRITABLE, path=str(path), why=reason(error)) from error
    finally:
        if scratch is not None:
            with contextlib.suppress(OSError):
                Path(scratch).unlink()


def _is_written_through(path: Path) -> bool:
    """Whether ``path`` is a device or a pipe: nobody may put a file in the place of ``/dev/null``."""
    mode = path.stat().st_mode if path.exists() else stat.S_IFREG
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _umask() -> int:
    """The permissions that new files do not get; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def write_new(path: Path, text: str) -> None:
    """Write a file that is not there yet, and the folders it lies in.

    Raises:
        DtError: it is there, or cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise DtError(_UNWRITABLE, path=str(path), why=reason(error)) from error
