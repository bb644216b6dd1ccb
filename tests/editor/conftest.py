"""Where the YAML language server is found; the tests that ask it are skipped where there is none."""

import os
import shutil

import pytest

HOW = "see “Tests that ask an editor” in CONTRIBUTING.md"


@pytest.fixture(scope="session")
def command() -> str:
    """The language server's program. What DT_YAML_LANGUAGE_SERVER names must be there, so CI cannot skip in silence."""
    found = os.environ.get("DT_YAML_LANGUAGE_SERVER") or shutil.which("yaml-language-server")
    if not found:
        pytest.skip(f"no YAML language server: {HOW}")
    return found
