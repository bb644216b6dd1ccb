"""What each field of a file is called and for, in three languages: a hint for whoever fills it in.

The hints stand under the field's path (``effect.annual``, ``targets.already.amount``); the whole file's stands under
the empty path. List places and free keys (a year, a sector's id) are left out of a path.
"""

from dataclasses import dataclass

from driftstilpasning.text import Text


@dataclass(frozen=True, slots=True)
class Hint:
    """A field's name, what it is for, and values as they are written; an example in words is a :class:`Text`."""

    title: Text
    description: Text
    examples: tuple[object, ...] = ()
