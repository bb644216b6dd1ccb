"""``dt``, and ``python -m driftstilpasning``."""

import signal


def main() -> None:
    """Run ``dt``. While its modules are loaded, an interrupt ends it without a word."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from driftstilpasning.cli import main as dt  # noqa: PLC0415  # only now

    dt()


if __name__ == "__main__":
    main()
