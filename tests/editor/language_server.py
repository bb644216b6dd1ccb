"""The YAML language server that editors run, asked over its own protocol what they would show."""

import json
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from queue import Queue
from typing import Any

from driftstilpasning.output.editor import SETTINGS

_PATIENCE = 60
"""Seconds until an answer that does not come is a failure."""

_OFFLINE = {"schemaStore": {"enable": False}, "kubernetesCRDStore": {"enable": False}}


class LanguageServer:
    """A running server. Documents are opened and never saved: the server reads no file but schemas."""

    def __init__(self, process: "subprocess.Popen[bytes]", settings: Mapping[str, Any], root: Path) -> None:
        """Shake hands; ``settings`` are those an editor keeps under ``yaml``."""
        self._process = process
        self._settings = settings
        self._numbers = count(1)
        self._inbox: Queue[dict[str, Any]] = Queue()
        self._found: dict[str, list[dict[str, Any]]] = {}
        self._configured = False
        threading.Thread(target=self._listen, daemon=True).start()
        folder = {"uri": root.as_uri(), "name": root.name}
        able = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {"completion": {"completionItem": {"snippetSupport": True}}, "hover": {}},
        }
        hello = {"processId": None, "rootUri": folder["uri"], "workspaceFolders": [folder], "capabilities": able}
        self._ask("initialize", hello)
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {}})
        while not self._configured:
            self._handle(self._inbox.get(timeout=_PATIENCE))

    def diagnostics(self, documents: Mapping[Path, str]) -> Mapping[Path, Sequence[Mapping[str, Any]]]:
        """What the server has against each document, and where, as the protocol says it."""
        wanted = {path.as_uri(): path for path in documents}
        for uri in wanted:
            self._found.pop(uri, None)
        for path, text in documents.items():
            self._open(path, text)
        while not wanted.keys() <= self._found.keys():
            self._handle(self._inbox.get(timeout=_PATIENCE))
        return {path: self._found[uri] for uri, path in wanted.items()}

    def problems(self, documents: Mapping[Path, str]) -> Mapping[Path, Sequence[str]]:
        """The sentences of what the server has against each document."""
        found = self.diagnostics(documents)
        return {path: [diagnostic["message"] for diagnostic in diagnostics] for path, diagnostics in found.items()}

    def completions(self, path: Path, text: str) -> Mapping[str, str]:
        """What is offered where ``|`` stands in ``text``: each label, and what it writes."""
        answer = self._ask("textDocument/completion", self._at_cursor(path, text))
        items = answer["items"] if isinstance(answer, dict) else answer or []
        return {item["label"]: item.get("textEdit", item).get("newText", item["label"]) for item in items}

    def hover(self, path: Path, text: str) -> str:
        """What is shown when the mouse rests where ``|`` stands in ``text``."""
        answer = self._ask("textDocument/hover", self._at_cursor(path, text))
        return str(answer["contents"]["value"]) if answer else ""

    def _at_cursor(self, path: Path, text: str) -> dict[str, Any]:
        before, _, after = text.partition("|")
        self._open(path, before + after)
        lines = before.split("\n")
        position = {"line": len(lines) - 1, "character": len(lines[-1])}
        return {"textDocument": {"uri": path.as_uri()}, "position": position}

    def _open(self, path: Path, text: str) -> None:
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": next(self._numbers), "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})

    def _ask(self, method: str, params: Mapping[str, Any]) -> Any:  # noqa: ANN401  # whatever the protocol answers
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._inbox.get(timeout=_PATIENCE)
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._handle(message)

    def _tell(self, method: str, params: Mapping[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def _handle(self, message: dict[str, Any]) -> None:
        """Answer what the server asks, as an editor would, and note what it reports."""
        method, params = message.get("method"), message.get("params", {})
        if method == "textDocument/publishDiagnostics":
            self._found[params["uri"]] = params["diagnostics"]
        if method == "workspace/configuration":
            sections = [item.get("section") for item in params["items"]]
            result = [self._settings if section == "yaml" else None for section in sections]
            self._send({"id": message["id"], "result": result})
            self._configured = True
        elif "id" in message:
            self._send({"id": message["id"], "result": None})

    def _send(self, message: Mapping[str, Any]) -> None:
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream is not None
        length = 0
        while line := stream.readline():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
            elif line == b"\r\n":
                self._inbox.put(json.loads(stream.read(length)))


@contextmanager
def editor(command: str, root: Path, settings: Mapping[str, Any] | None = None) -> Iterator[LanguageServer]:
    """The language server as VS Code runs it when ``root`` is opened, with that folder's settings or with others."""
    if settings is None:
        stored = root / SETTINGS
        said = json.loads(stored.read_text("utf-8")) if stored.exists() else {}
        settings = {name.removeprefix("yaml."): value for name, value in said.items() if name.startswith("yaml.")}
    with subprocess.Popen(  # noqa: S603  # the program that whoever runs the tests has named
        [command, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        try:
            yield LanguageServer(process, {**settings, **_OFFLINE}, root)
        finally:
            process.kill()
