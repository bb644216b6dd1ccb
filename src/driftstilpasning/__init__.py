"""Check, sum and weigh a municipality's savings measures, written as plain text.

Python users start with :func:`driftstilpasning.workspace.load` and
:func:`driftstilpasning.output.frame.to_frame`.
"""

__version__ = "0.1.0"
