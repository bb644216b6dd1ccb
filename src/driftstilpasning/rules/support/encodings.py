"""The cure for a file that is not UTF-8."""

from driftstilpasning.text import Text

SAVE = Text(
    nb="lagre filen som UTF-8 i redigeringsprogrammet",
    nn="lagre fila som UTF-8 i redigeringsprogrammet",
    en="save the file as UTF-8 in the editor",
)
SAVE_OR_FIX = Text(
    nb=f"{SAVE.nb}, eller kjør:\ndt validate --fix {{file}}",
    nn=f"{SAVE.nn}, eller køyr:\ndt validate --fix {{file}}",
    en=f"{SAVE.en}, or run:\ndt validate --fix {{file}}",
)
"""Where it is certain what the bytes mean; the name of the file is ready for a shell."""
