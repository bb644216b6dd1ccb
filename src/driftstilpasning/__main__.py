"""``dt``, and ``python -m driftstilpasning``."""

import gc
import signal


def main() -> None:
    """Run ``dt``. While its modules are loaded, an interrupt ends it without a word."""
    gc.disable()  # one command and out: going through ten thousand measures for cycles costs more than reading them
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from driftstilpasning.cli import main as dt  # noqa: PLC0415  # only now

    dt()


if __name__ == "__main__":
    main()
