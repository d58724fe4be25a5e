// The page: its controls, the strip, and the way from the picture to the list and back.

const STRIP = 46;
let frame = 0;
function soon() {
  frame ||= requestAnimationFrame(() => {
    frame = 0;
    redraw();
  });
}

// After each change of the filter or of the lanes.
function changed() {
  apply();
  group();
  drawStrip();
  writeAddress();
  soon();
}

// The picture shows the period of the filter, else at first the middle of all.
function showPeriod() {
  const first = dayOf(filter.from, false), last = dayOf(filter.to, true);
  if (first === null && last === null) return setView(...firstView);
  const [one, other] = [first ?? extent[0], last === null ? extent[1] : last + 1];
  setView(one - (other - one) * 0.04, other + (other - one) * 0.04);
}

function setView(first, last) {
  const span = Math.min(Math.max(last - first, 3), (extent[1] - extent[0]) * 1.2);
  const middle = Math.min(Math.max((first + last) / 2, extent[0]), extent[1]);
  view = [middle - span / 2, middle + span / 2];
  soon();
}

const zoom = (factor, around = (view[0] + view[1]) / 2) =>
  setView(around - (around - view[0]) * factor, around + (view[1] - around) * factor);
const pan = (share) => setView(view[0] + (view[1] - view[0]) * share, view[1] + (view[1] - view[0]) * share);

// The strip: all events by place, those of the filter darker; its brush is what the picture shows.
const stripX = (day) => (day - extent[0]) / (extent[1] - extent[0]) * size.strip;
const brush = draw("path", {class: "brush"}), shade = draw("path", {class: "shade"});

function drawStrip() {
  const width = size.strip, bins = Math.max(Math.floor(width / 5), 1);
  if (!width) return;
  const all = new Uint32Array(bins), kept = new Uint32Array(bins);
  for (const event of events) {
    const day = placeOf(event);
    if (day === null) continue;
    const bin = Math.min(Math.floor((day - extent[0]) / (extent[1] - extent[0]) * bins), bins - 1);
    all[bin]++;
    if (shown[event.at]) kept[bin]++;
  }
  const most = Math.max(...all, 1), high = (count) => Math.max(Math.sqrt(count / most) * (STRIP - 18), count ? 3 : 0);
  const step = width / bins, foot = STRIP - 14;
  const bar = (count, bin) =>
    count ? `M${(bin * step).toFixed(1)} ${foot}v${-high(count).toFixed(1)}h${(step - 1).toFixed(1)}V${foot}z` : "";
  const bars = (counts) => [...counts].map(bar).join("");
  const marks = ticks(...extent, width).map(([day, text]) =>
    stripX(day) < width - 30 ? draw("text", {x: stripX(day) + 3, y: STRIP - 2, class: "tick"}, text) : "");
  strip.setAttribute("height", STRIP);
  strip.replaceChildren(draw("path", {class: "all", d: bars(all)}), draw("path", {class: "kept", d: bars(kept)}),
    draw("path", {class: "rule", d: `M0 ${STRIP - 13.5}H${width}`}), ...marks.filter(Boolean), shade, brush);
  drawBrush();
}

function drawBrush() {
  const width = size.strip;
  const [one, other] = view.map((day) => Math.min(Math.max(stripX(day), 1), width - 1));
  const last = Math.max(other, one + 4);
  shade.setAttribute("d", `M0 0H${one}V${STRIP - 14}H0zM${last} 0H${width}V${STRIP - 14}H${last}z`);
  brush.setAttribute("d", `M${one} 1H${last}V${STRIP - 14}H${one}zM${one} 12v10M${last} 12v10`);
}

// Selects an event; `to` is where to go: its article in the list, the picture, or nowhere.
function select(at, to) {
  if (selected >= 0 && selected !== at) articles[selected].classList.remove("chosen");
  selected = at;
  if (at >= 0) {
    if (!shown[at]) {
      reset();
      apply();
      group();
      drawStrip();
    }
    const article = articles[at];
    article.classList.add("chosen");
    article.querySelector("details").open = true;
    addWayBack(article);
    bring(events[at]);
    if (to === "list") {
      article.scrollIntoView({block: "center"});
      article.querySelector("summary").focus({preventScroll: true});
    }
  }
  say(at);
  writeAddress();
  soon();
  if (to === "picture") {
    showPicture(true);
    host.scrollIntoView({block: "nearest"});
    host.focus({preventScroll: true});
  }
}

// The picture shows the event, moved no further than needed.
function bring(event) {
  const day = placeOf(event);
  if (day === null) isUnfolded = true;
  else if (day < view[0] || day > view[1]) setView(day - (view[1] - view[0]) / 2, day + (view[1] - view[0]) / 2);
}

const wayBack = make("button", {type: "button", class: "back", onclick() {
  select(selected, "picture");
}}, "Show in the picture");
const addWayBack = (article) => article.querySelector("details").append(wayBack);

document.addEventListener("toggle", (event) => {
  const at = articles.indexOf(event.target.parentNode);
  if (at >= 0 && event.target.open && at !== selected) select(at, "");
}, true);

document.addEventListener("click", (event) => {
  const target = event.target.closest?.("a[href^='#']");
  const at = target ? indexOfId.get(decoded(target.hash.slice(1))) : undefined;
  if (at === undefined) return;
  event.preventDefault();
  select(at, "list");
});

function step(by) {
  let at = selected < 0 ? (by > 0 ? -1 : events.length) : selected;
  if (selected < 0 && by > 0) at = events.findIndex((event) => shown[event.at] && placeOf(event) >= view[0]) - 1;
  do at += by; while (at >= 0 && at < events.length && !shown[at]);
  if (at >= 0 && at < events.length) select(at, "");
}

document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.ctrlKey && !event.metaKey && !/^(INPUT|SELECT)$/.test(event.target.tagName)) {
    event.preventDefault();
    search.focus();
  } else if (event.key === "Escape" && event.target === search && search.value) {
    filter.q = search.value = "";
    changed();
  }
});

// The controls, which need the script, around the list, which does not.
const button = (text, name, onclick) =>
  make("button", {type: "button", "aria-label": name === text ? null : name, title: name, onclick}, text);
const toPeriod = () => {
  for (const [name, day] of [["from", view[0]], ["to", view[1]]]) filter[name] = isoOf(day);
  fill();
  changed();
};
const picture = make("section", {class: "picture", "aria-label": "Picture"},
  make("div", {class: "bar"},
    make("label", {hidden: lanesMenu.length < 2}, "Lanes by ", lanesMenu),
    make("span", {class: "buttons"},
      button("◂", "Earlier", () => pan(-0.3)), button("▸", "Later", () => pan(0.3)),
      button("−", "Zoom out", () => zoom(1 / 0.6)), button("+", "Zoom in", () => zoom(0.6)),
      button("All", "All events", () => setView(...extent)),
      button("List this period", "List this period", toPeriod)),
    make("span", {class: "unseen"}, earlier, later)),
  host, caption,
  make("p", {class: "legend"},
    make("span", {class: "solid"}, "certain"), make("span", {class: "dotted"}, "possible: once in this time"),
    make("span", {}, "→ goes on"), make("span", {}, "? unknown"),
    ...(events.some((event) => event.was.length) ? [make("span", {}, "○ believed before")] : []),
    make("span", {}, "Ctrl+wheel or pinch zooms, dragging moves")));
const opener = make("button", {type: "button", class: "opener", "aria-expanded": "false", onclick() {
  showPicture(opener.getAttribute("aria-expanded") !== "true");
}}, "Show the picture");

function showPicture(isOpen) {
  picture.hidden = !isOpen;
  opener.setAttribute("aria-expanded", isOpen);
  opener.textContent = isOpen ? "Hide the picture" : "Show the picture";
  measureWidths();
  if (isOpen) redraw();
}

function arrange() {
  const list = document.querySelector(".list");
  root.classList.add("live");
  buildFacets();
  list.before(
    make("div", {class: "top"},
      make("div", {class: "tools", role: "search"}, search,
        make("span", {class: "dates"}, make("label", {}, "from ", from), make("label", {}, "to ", to)),
        status, through, clear),
      strip, opener, picture),
    make("aside", {"aria-label": "Filter"}, facets));
  list.prepend(filterInWords);
  facets.open = root.clientWidth >= 1000;
  pen.font = getComputedStyle(host).font;
  pen.textRendering = "geometricPrecision";
  showPicture(!isNarrow());
}

function open(to) {
  const at = readAddress();
  apply();
  group();
  showPeriod();
  drawStrip();
  select(at, at < 0 ? "" : to);
}

arrange();
measure();
open("list");
redraw();
addEventListener("hashchange", () => open("list"));
let width = root.clientWidth;
addEventListener("resize", () => {
  if (width === root.clientWidth) return;
  width = root.clientWidth;
  measureWidths();
  drawStrip();
  soon();
});
(window.requestIdleCallback || setTimeout)((deadline) => deadline ? prepare(deadline) : 0);
