"""The page in a browser without network: finding, the picture, the address, keys, print, and hostile files.

Skipped where there is no Chromium.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

EVENTS = yaml.safe_load((Path(__file__).parent.parent.parent.parent / "events.yaml").read_text())["events"]
VISIBLE = "[...document.querySelectorAll('article')].filter((each) => each.checkVisibility()).map((each) => each.id)"
ADDRESS = "decodeURIComponent(location.hash)"
PICTURE = "document.querySelector('.lanes')"
SPAN = "document.querySelector('.brush').getAttribute('d')"

Export = Callable[..., Path]
Browser = Any


def typed(browser: Browser, text: str, selector: str = "[type=search]") -> None:
    browser.run(f"document.querySelector({selector!r}).focus()")
    for letter in text:
        browser.key(letter, letter)


def choose(browser: Browser, name: str) -> None:
    named = f"[...each.children].at(-2).textContent === {name!r}"
    browser.run(f"[...document.querySelectorAll('.facets label')].find((each) => {named}).firstChild.click()")


def test_it_needs_no_network_and_no_script(browser: Browser, export: Export) -> None:
    page = export()
    browser.open(page)
    assert browser.requests() == [page.as_uri()]
    assert browser.problems() == []
    assert browser.run("document.querySelectorAll('[style]').length") == 0
    browser.open(page, script=False)
    # Once laid out: sections out of sight are left until then.
    titles = json.dumps([event["title"] for event in EVENTS])
    browser.until(f"{titles}.every(title => document.body.innerText.includes(title))")
    browser.call("Emulation.setScriptExecutionDisabled", value=False)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("hynix", {"china-development-forum-2025"}),
        ("하이닉", {"china-development-forum-2025"}),
        ("kunlun ai", {"samsung-baidu-kunlun"}),
        ("nothing at all", set()),
    ],
)
def test_search_finds_as_one_types(query: str, found: set[str], browser: Browser, export: Export) -> None:
    browser.open(export())
    typed(browser, query)
    assert set(browser.run(VISIBLE)) == found
    browser.until(f"{ADDRESS} === " + repr(f"#?q={query}"))
    assert browser.run("document.querySelector('output').textContent") == f"{len(found)} of 25 events"


def test_facets_have_counts_and_narrow(browser: Browser, export: Export) -> None:
    browser.open(export())
    choose(browser, "Xiaomi")
    assert len(browser.run(VISIBLE)) == 6
    choose(browser, "rumoured")
    assert browser.run(VISIBLE) == ["samsung-xiaomi-qualcomm-talk"]
    browser.until(f"{ADDRESS} === " + repr("#?company=Xiaomi&certainty=rumoured"))
    counts = browser.run(
        "Object.fromEntries([...document.querySelectorAll('.facets label')].map((each) => each.innerText.split('\\n')))"
    )
    assert (counts["Xiaomi"], counts["Qualcomm"], counts["Apple"]) == ("1", "1", "0")


def test_a_group_finds_what_belongs_to_it(browser: Browser, export: Export) -> None:
    browser.open(export(), "#?company=Samsung%20Group")
    assert len(browser.run(VISIBLE)) == 19


def test_the_address_restores_a_filter(browser: Browser, export: Export) -> None:
    page = export()
    browser.open(page, "#?q=meet&from=2025-03&to=2025-03")
    met = ["xiaomi-factory-visit", "samsung-xiaomi-qualcomm-talk", "xi-jinping-meets-ceos"]
    assert browser.run(VISIBLE) == met
    browser.run("location.hash = '#?type=target&is=changed'")
    browser.until(f"{VISIBLE}.length === 2")
    assert browser.run(VISIBLE) == ["xiaomi-ev-target-2025", "xiaomi-ev-target-2025-raised"]
    browser.run("location.hash = ''")
    browser.until(f"{VISIBLE}.length === 25")


def test_dates_match_for_certain_or_possibly(browser: Browser, export: Export) -> None:
    browser.open(export(), "#?from=2024-02&to=2024-03")
    assert browser.run("document.querySelector('output').textContent") == "4 of 25 events, 4 may match"
    assert "+ 11 running through" in browser.run("document.querySelector('.tools').innerText")
    browser.run("[...document.querySelectorAll('.tools button')].find((each) => !each.hidden).click()")
    assert len(browser.run(VISIBLE)) == 15


def test_an_id_opens_its_event(browser: Browser, export: Export) -> None:
    browser.open(export(), "#xiaomi-ev-target-2025-raised")
    shown = "document.querySelector('article.chosen')"
    assert browser.run(f"{shown}.id + {shown}.querySelector('details').open") == "xiaomi-ev-target-2025-raisedtrue"
    assert browser.run(f"{shown}.getBoundingClientRect().top < innerHeight")
    assert "350,000 vehicles, before 300,000 (target)" in browser.run(f"{shown}.innerText")
    browser.run(f"{shown}.querySelector('.m a').click()")
    browser.until(f"{ADDRESS} === " + repr("#xiaomi-ev-target-2025"))


def test_a_stroke_leads_to_its_event_and_back(browser: Browser, export: Export) -> None:
    browser.open(export())
    browser.until(f"{PICTURE}.querySelectorAll('.label').length > 20")
    x, y = browser.run(
        f"(() => {{ const box = [...{PICTURE}.querySelectorAll('.label')].find((each) => "
        "each.textContent.startsWith('Xiaomi launches')).getBoundingClientRect();"
        "return [box.x + box.width / 2, box.y + box.height / 2] })()"
    )
    browser.click(x, y)
    browser.until(f"{ADDRESS} === '#xiaomi-su7-launch'")
    assert browser.run("document.activeElement.closest('article').id") == "xiaomi-su7-launch"
    browser.run("document.querySelector('.back').click()")
    assert browser.run(f"document.activeElement === {PICTURE}")
    assert "Xiaomi launches its first EV" in browser.run("document.querySelector('.caption').textContent")


def test_the_keyboard_is_enough(browser: Browser, export: Export) -> None:
    browser.open(export())
    browser.key("/", "/")
    assert browser.run("document.activeElement.type") == "search"
    for _ in range(40):
        browser.key("Tab")
        if browser.run(f"document.activeElement === {PICTURE}"):
            break
    before = browser.run(SPAN)
    browser.key("+", "+")
    browser.until(f"{SPAN} !== {before!r}")
    zoomed = browser.run(SPAN)
    browser.key("ArrowRight")
    browser.until(f"{SPAN} !== {zoomed!r}")
    browser.key("0", "0")
    browser.key("ArrowDown")
    browser.until(f"{ADDRESS} === " + repr("#samsung-xian-nand-plant"))
    browser.key("ArrowDown")
    browser.key("Enter")
    assert browser.run("document.activeElement.closest('article').id") == "lee-attends-cdf-2023"
    browser.key("Enter")
    assert not browser.run("document.activeElement.parentNode.open")


def test_a_number_zooms_to_its_events(browser: Browser, export: Export, write: Callable[..., str]) -> None:
    path = write("".join(f"- {{date: 2025-03-{n % 28 + 1:02}, title: event {n}}}\n" for n in range(300)))
    browser.open(export("-f", path))
    browser.until(f"{PICTURE}.querySelectorAll('.count').length > 5")
    before = browser.run(SPAN)
    x, y = browser.run(
        f"(() => {{ const box = {PICTURE}.querySelector('.count').getBoundingClientRect();"
        "return [box.x + 3, box.y + 5] })()"
    )
    browser.click(x, y)
    browser.until(f"{SPAN} !== {before!r}")


def test_what_was_believed_before_is_a_ring(browser: Browser, export: Export, write: Callable[..., str]) -> None:
    path = write(
        "- {date: 2025-06-12, title: e, was: [{date: 2025-04, known: 2025-02-11},\n"
        "    {date: 2025-05, known: 2025-03-01}]}\n"
        "- {date: 2025-03-01, title: first}\n"
    )
    browser.open(export("-f", path))
    browser.until(f"{PICTURE}.querySelector('.ring')?.getAttribute('d').split('M').length === 3")
    assert "believed before" in browser.run("document.querySelector('.legend').innerText")


FEW = ["events: []", "- {date: /.., title: e}", "- {date: 0001, title: e}\n- {date: 9999, title: e}"]


@pytest.mark.parametrize("text", FEW)
def test_few_events_are_no_trouble(text: str, browser: Browser, export: Export, write: Callable[..., str]) -> None:
    browser.open(export("-f", write(text)))
    browser.until(f"!!{PICTURE}.querySelector('.tick')")
    assert browser.problems() == []


def test_two_fingers_zoom_and_a_plain_wheel_scrolls(browser: Browser, export: Export) -> None:
    browser.open(export())
    before = browser.run(SPAN)
    wheel = {"type": "mouseWheel", "x": 700, "y": 450, "deltaX": 0, "deltaY": 120}
    browser.call("Input.dispatchMouseEvent", **wheel)
    browser.until("scrollY > 0")
    assert browser.run(SPAN) == before
    browser.run("scrollTo(0, 0)")
    browser.call("Input.dispatchMouseEvent", **wheel | {"deltaY": -120, "modifiers": 2})
    browser.until(f"{SPAN} !== {before!r}")
    zoomed = browser.run(SPAN)
    for kind, apart in (("touchStart", 40), ("touchMove", 90), ("touchMove", 140), ("touchEnd", 0)):
        points = [{"x": 700 + way * apart, "y": 450, "id": way} for way in (-1, 1)] if apart else []
        browser.call("Input.dispatchTouchEvent", type=kind, touchPoints=points)
    browser.until(f"{SPAN} !== {zoomed!r}")


def test_at_most_12_lanes(browser: Browser, export: Export, write: Callable[..., str]) -> None:
    path = write("".join(f"- {{date: 2025-03-01, title: e, companies: [Company {n}]}}\n" for n in range(30)))
    browser.open(export("-f", path))
    browser.until(f"{PICTURE}.querySelectorAll('.name').length === 12")
    assert browser.run(f"[...{PICTURE}.querySelectorAll('.name')].at(-1).textContent") == "all others (19)"


def test_a_phone_opens_the_picture_with_a_button(browser: Browser, export: Export) -> None:
    browser.open(export(), width=390)
    assert not browser.run(f"{PICTURE}.checkVisibility()")
    browser.run("document.querySelector('.opener').click()")
    assert browser.run(f"{PICTURE}.checkVisibility() && {PICTURE}.querySelectorAll('.label').length > 10")
    assert browser.run("document.documentElement.scrollWidth") == 390


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="there is no pdftotext")
def test_print_has_all_events_and_quotes(browser: Browser, export: Export, tmp_path: Path) -> None:
    def printed() -> str:
        (tmp_path / "page.pdf").write_bytes(browser.pdf())
        command = ["pdftotext", str(tmp_path / "page.pdf"), "-"]
        return letters(subprocess.run(command, capture_output=True, check=True, text=True).stdout)

    def letters(text: str) -> str:
        return re.sub(r"\W", "", text)  # lines break anywhere, also after hyphens

    page = export()
    for script in (True, False):
        browser.open(page, script=script)
        text = printed()
        for event in EVENTS:
            for said in (event["title"], *(source["quote"] for source in event["sources"])):
                assert letters(said) in text
    browser.open(page, "#?certainty=rumoured")
    text = printed()
    assert "1of25eventsCertaintyrumoured" in text
    assert "FactoryvisitfuelstalkofaSamsungXiaomiQualcommcollaboration" in text
    assert "Kunlun" not in text


HOSTILE = r"""
types: {"x}y{</style>": {symbol: '"'}}
events:
- {id: "<script>", date: 2025-01-01, type: "x}y{</style>", companies: ["<b>Co</b>"],
   title: "</h3><script>window.ran=1</script><img src=x onerror=window.ran=1>"}
- {id: __proto__, date: 2025-01-02, title: "&lt;b&gt;"}
- {id: "?q=x", date: 2025, title: "id like a filter"}
- {id: "100%25", date: 2024, title: percent, related: ["?q=x", "<script>"]}
"""


def test_hostile_files_stay_text(browser: Browser, export: Export, write: Callable[..., str]) -> None:
    page = export("-f", write(HOSTILE))
    browser.open(page)
    assert browser.problems() == []
    assert browser.run("document.images.length + (window.ran || 0)") == 0
    titles = browser.run("[...document.querySelectorAll('h3')].map((each) => each.textContent.trim())")
    assert "</h3><script>window.ran=1</script><img src=x onerror=window.ran=1>" in titles
    for identity in ("<script>", "__proto__", "?q=x", "100%25"):
        browser.run(f"document.getElementById({identity!r}).querySelector('details').open = true")
        browser.until(f"document.querySelector('article.chosen').id === {identity!r}")
        address = browser.run("location.hash")
        browser.open(page, address)
        assert browser.run("document.querySelector('article.chosen').id") == identity
    for link in browser.run("[...document.querySelectorAll('.m a')].map((each) => each.getAttribute('href'))"):
        browser.open(page, link)
        assert browser.run("document.querySelector('article.chosen').id") in ("<script>", "?q=x")


def test_what_is_injected_does_not_run(browser: Browser, export: Export) -> None:
    browser.open(export())
    browser.run(
        "(() => { const script = document.createElement('script'); script.textContent = 'window.ran = 1';"
        "document.body.append(script); const box = document.createElement('p');"
        "box.innerHTML = '<img src=x onerror=\"window.ran = 1\">'; document.body.append(box) })()"
    )
    browser.run("new Promise((done) => setTimeout(done, 200))")
    assert browser.run("window.ran") is None


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The script of axe-core, which npm fetches."""
    folder = tmp_path_factory.mktemp("axe")
    npm = shutil.which("npm")
    command = [
        npm or "",
        "install",
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        "--prefix",
        str(folder),
        "axe-core@4",
    ]
    if npm is None or subprocess.run(command, capture_output=True, timeout=120).returncode:
        pytest.skip("there is no axe-core")
    return (folder / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing(width: int, dark: bool, axe: str, browser: Browser, export: Export) -> None:
    browser.open(export(), width=width, dark=dark)
    browser.run(axe + ";0")
    found = "axe.run().then(({violations}) => violations.map(({id, nodes}) => [id, nodes[0].html]))"
    assert browser.run(found) == []
    browser.run(
        "document.querySelectorAll('details').forEach((each) => each.open = true);"
        "document.querySelector('.opener').offsetParent && document.querySelector('.opener').click();"
        "document.querySelector('.facets input').click()"
    )
    assert browser.run(found) == []
