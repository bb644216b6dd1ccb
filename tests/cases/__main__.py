"""``python -m tests.cases`` writes every expected text again."""

from tests.cases import expected, shown

if __name__ == "__main__":
    for path in expected():
        path.write_text(shown(path), encoding="utf-8", newline="\n")
