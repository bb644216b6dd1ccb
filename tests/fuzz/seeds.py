"""What fuzzing begins from: the portfolios that this repository has, a store, and the words in them."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from driftstilpasning.model.measure import Measure
from driftstilpasning.model.plan import Plan
from driftstilpasning.rules import all_rules
from driftstilpasning.source.tree import FolderTree
from driftstilpasning.workspace.structure import every_field
from tests.documents import PORTFOLIOS
from tests.fuzz.targets import APART, written
from tests.gallery import entries
from tests.rules.examples import tree
from tests.stores import values_of

_WORDS: Final = Path(__file__).with_name("words.dict")


def dictionary() -> str:
    """The words that libFuzzer tries, as it reads them."""
    words = {*every_field(Measure), *every_field(Plan), *(rule.code for rule in all_rules())}
    return _WORDS.read_text("ascii") + "".join(f'"{word}"\n' for word in sorted(words))


def _of_findings() -> Iterator[bytes]:
    """The examples of every rule, the faults of the gallery, and three measures here and there of each portfolio."""
    for rule in all_rules():
        for example in (rule.good, rule.bad):
            contents = [content for _, content in sorted(tree(example).contents.items())]
            yield APART.join(raw if isinstance(raw, bytes) else str(raw).encode() for raw in contents)
    for root in (*entries(), *PORTFOLIOS):
        plan, *measures = (raw for _, raw in FolderTree(root).files() if isinstance(raw, bytes))
        for i in range(0, len(measures), 40):
            yield APART.join((plan, *measures[i : i + 3]))


def _of_store() -> Iterator[bytes]:
    """The two files of a store, the values in them, and all values together."""
    yield from written()
    values = [value for file in written() for value in values_of(file)]
    yield from values
    yield APART.join(values)


SEEDS: Final[Mapping[str, Callable[[], Iterator[bytes]]]] = {"findings": _of_findings, "store": _of_store}
