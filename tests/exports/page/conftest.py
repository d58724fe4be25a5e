"""What the tests of the page share: making one, and a browser without network to open it in."""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


class Browser:
    """Headless Chromium, driven over a pipe by its own protocol; offline, with an empty profile."""

    def __init__(self, program: str, profile: Path) -> None:
        ours, self._commands = os.pipe()
        self._answers, theirs = os.pipe()
        # The browser reads from its file 3 and writes to its file 4.
        self._process = subprocess.Popen(
            ["bash", "-c", f'exec "$@" 3<&{ours} 4>&{theirs}', "bash", program, "--headless", "--no-sandbox",
             "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe", f"--user-data-dir={profile}"],
            pass_fds=(ours, theirs), stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(ours)
        os.close(theirs)
        self._sent, self._read, self._session = 0, b"", ""
        self.events: list[dict[str, Any]] = []
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")
        self.call("Network.emulateNetworkConditions", offline=True, latency=0, downloadThroughput=0, uploadThroughput=0)

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._sent += 1
        message = {"id": self._sent, "method": method, "params": parameters}
        left = json.dumps(message | ({"sessionId": self._session} if self._session else {})).encode() + b"\0"
        while left:
            left = left[os.write(self._commands, left) :]
        while (answer := self._next()).get("id") != self._sent:
            self.events.append(answer)
        assert "error" not in answer, answer
        result: dict[str, Any] = answer["result"]
        return result

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._read:
            self._read += os.read(self._answers, 1 << 20) or pytest.fail("the browser is gone")
        text, self._read = self._read.split(b"\0", 1)
        answer: dict[str, Any] = json.loads(text)
        return answer

    def open(self, page: Path, address: str = "", width: int = 1280, dark: bool = False, script: bool = True) -> None:
        self.call("Emulation.setScriptExecutionDisabled", value=not script)
        self.call(
            "Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 500
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", media="", features=[scheme])
        self.call("Page.navigate", url="about:blank")
        self.events.clear()
        self.call("Page.navigate", url=page.as_uri() + address)
        self.until("location.protocol === 'file:' && document.readyState === 'complete'")

    def run(self, script: str) -> Any:
        """The value of an expression, or of what it promises."""
        found = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def until(self, condition: str) -> None:
        for _ in range(600):
            if self.run(condition):
                return
            time.sleep(0.05)
        pytest.fail(f"never: {condition}")

    def key(self, key: str, text: str = "") -> None:
        codes = {"Enter": 13, "Tab": 9, "ArrowDown": 40, "ArrowUp": 38, "ArrowLeft": 37, "ArrowRight": 39, " ": 32}
        named = {"key": key, "windowsVirtualKeyCode": codes.get(key, 0)}
        written = {"text": "\r" if key == "Enter" else text} if text or key == "Enter" else {}
        self.call("Input.dispatchKeyEvent", type="keyDown", **named, **written)
        self.call("Input.dispatchKeyEvent", type="keyUp", **named)

    def click(self, x: float, y: float) -> None:
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def pdf(self) -> bytes:
        return base64.b64decode(self.call("Page.printToPDF")["data"])

    def requests(self) -> list[str]:
        """Everything that the page asked for."""
        sent = [event["params"]["request"] for event in self.events if event["method"] == "Network.requestWillBeSent"]
        return [request["url"] for request in sent]

    def problems(self) -> list[Any]:
        kinds = ("Runtime.exceptionThrown", "Log.entryAdded", "Runtime.consoleAPICalled")
        return [event["params"] for event in self.events if event["method"] in kinds]

    def close(self) -> None:
        self._session = ""
        self.call("Browser.close")
        self._process.wait(20)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip("there is no Chromium")
    found = Browser(program, tmp_path_factory.mktemp("profile"))
    yield found
    found.close()


Export = Callable[..., Path]


@pytest.fixture
def export(timeline: Callable[..., Any], tmp_path: Path) -> Export:
    """Export to a page with these arguments; its path."""

    def run(*arguments: str) -> Path:
        page = tmp_path / "page.html"
        result = timeline("export", "-o", str(page), *arguments)
        assert result.code == 0, result.err
        return page

    return run
