"""``python -m tests.gallery`` writes every expected text again."""

from driftstilpasning.text import Lang
from tests.gallery import entries, expected, validated

if __name__ == "__main__":
    for entry in entries():
        for lang in Lang:
            expected(entry, lang).write_text(validated(entry, lang).out, encoding="utf-8", newline="\n")
