// The picture: lanes on an axis of time, drawn anew at each step. The pointer finds events by `spots`.

const svg = draw("svg", {"aria-hidden": "true"});
const strip = draw("svg", {"aria-hidden": "true", class: "strip"});
const caption = make("p", {class: "caption", "aria-live": "polite"});
const host = make("div", {
  class: "lanes", tabindex: 0, role: "application", "aria-label":
    "Picture of the events on an axis of time. Left and right move it, plus and minus zoom, 0 shows everything, " +
    "up and down go from event to event, Enter opens the event in the list.",
}, svg);
const lanesMenu = make("select", {onchange() {
  setLanes(lanesMenu.value);
  changed();
}}, ...LANES.filter(hasValues).map((key) => make("option", {value: key}, HEADINGS[key].toLowerCase())));

function setLanes(key) {
  lanesBy = LANES.includes(key) ? key : lanesFirst;
  lanesMenu.value = lanesBy;
}

const phone = matchMedia("(max-width: 45rem)");
const isNarrow = () => phone.matches;

// Widths are read when they change, not at each step: reading makes the browser lay out the list at once.
const size = {host: 0, strip: 0};
function measureWidths() {
  size.host = host.clientWidth;
  size.strip = strip.clientWidth;
}

function redraw() {
  const width = size.host;
  if (!width) return;
  const narrow = isNarrow(), left = narrow ? 12 : 172, right = width - 16;
  const scale = (right - left) / (view[1] - view[0]);
  const x = (day) => Math.min(Math.max(left + (day - view[0]) * scale, left - 9e3), right + 9e3);
  const drawn = packed(x, left, right);
  spots = [];
  const paths = {};
  const path = (style, text) => (paths[style] = (paths[style] || "") + text);
  const back = [], front = [];
  for (const [day, text, isFirst] of ticks(...view, right - left)) {
    path(isFirst ? "grid first" : "grid", `M${Math.round(x(day)) + 0.5} ${isFirst ? 4 : AXIS - 14}V@`);
    if (x(day) + widthOf(text) > width - 4) continue;
    back.push(draw("text", {x: x(day) + 4, y: 15, class: isFirst ? "tick first" : "tick"}, text));
  }
  let y = AXIS + GAP;
  for (const lane of drawn) {
    const top = y;
    path("rule", `M0 ${top - GAP / 2 + 0.5}H${width}`);
    if (narrow) y += 18;
    lane.rows.forEach((row) => {
      for (const stroke of row.strokes) drawStroke(stroke, y + ROW / 2, path, front, left, right);
      y += ROW;
    });
    if (lane.rest.length) y = drawNumbers(lane.rest, y, path, front, left, right);
    if (!narrow) y = Math.max(y, top + ROW);
    drawName(lane, top, narrow, back);
    y += GAP;
  }
  const through = drawn.flatMap((lane) => lane.unseen.map((stroke) => stroke.event));
  y = drawFolded([...new Set([...folded, ...through])], y, path, front, left, narrow);
  if (today > view[0] && today < view[1]) {
    const at = Math.round(x(today + 0.5)) + 0.5, isLast = at > right - 40;
    path("today", `M${at} ${AXIS - 14}V@`);
    front.push(draw("text", {x: at + (isLast ? -4 : 4), y: AXIS - 5, class: isLast ? "now end" : "now"}, "today"));
  }
  svg.setAttribute("width", width);
  svg.setAttribute("height", y);
  const lines = Object.entries(paths).sort(([one], [other]) => orderOf(one) - orderOf(other))
    .map(([style, d]) => draw("path", {class: style, d: d.replaceAll("@", y - 2)}));
  svg.replaceChildren(...lines, ...back, ...front);
  drawBrush();
  countUnseen();
}

// What is drawn below what: the paper behind a label covers its stroke.
const LAYERS = {grid: 1, rule: 1, today: 2, chosen: 2, heat: 3, ghost: 4, gap: 6};
const orderOf = (style) => LAYERS[style.split(" ")[0]] || 5;

function drawName(lane, y, narrow, back) {
  const room = narrow ? size.host - 60 : 152, bold = 1.12;
  const name = widthOf(lane.name) * bold > room ? cut(lane.name, room / bold)[0] : lane.name;
  const at = narrow ? {x: 4, y: y + 12, class: "name"} : {x: 160, y: y + 15, class: "name end"};
  const element = draw("text", at, name);
  if (narrow) element.append(draw("tspan", {class: "number", dx: 6}, lane.total));
  back.push(element);
  if (!narrow && lane.rows.length + lane.rest.length > 1) {
    back.push(draw("text", {x: 160, y: y + 31, class: "number end"}, counted(lane.total)));
  }
}

function drawStroke(stroke, y, path, front, left, right) {
  const {event, sign, text, isAfter, label} = stroke;
  const tone = event.gone ? "dim" : event.colour;
  const clip = ([one, other]) => [Math.max(one, left), Math.min(other, right)];
  for (const [style, parts] of [["solid", stroke.solid ? [stroke.solid] : []], ["dotted", stroke.dotted]]) {
    for (const [one, other] of parts.map(clip)) {
      if (other > one) path(`${style} ${tone}`, `M${one.toFixed(1)} ${y}H${other.toFixed(1)}`);
    }
  }
  const isSeen = (at) => at >= left && at <= right;
  for (const cap of stroke.caps) if (isSeen(cap)) path(`cap ${tone}`, `M${cap.toFixed(1)} ${y - 5}v10`);
  for (const [at, way] of stroke.arrows) {
    if (isSeen(at)) path(`cap ${tone}`, `M${at - 5 * way} ${y - 4}l${5 * way} 4l${-5 * way} 4`);
  }
  for (const at of stroke.asks) if (isSeen(at)) front.push(draw("text", {x: at, y: y + 4, class: "ask"}, "?"));
  if (stroke.sign >= left - 1 && stroke.sign <= right + 1) {
    const style = `sign ${tone}${event.doubtful ? " doubtful" : ""}${event.at === selected ? " selected" : ""}`;
    front.push(draw("text", {x: sign, y: y + 5, class: style}, event.symbol));
  }
  const [first, last] = text ? [stroke.first, stroke.last] : [stroke.from, stroke.to];
  if (event.at === selected) path("chosen", `M${first - 4} ${y - 10}H${last + 4}v20H${first - 4}z`);
  if (text) {
    const style = `label${isAfter ? "" : " end"}${event.gone ? " gone" : ""}${event.doubtful ? " doubtful" : ""}`;
    path("gap", `M${label[0] - 3} ${y - 9}H${label[1]}v18H${label[0] - 3}z`);
    front.push(draw("text", {x: isAfter ? label[0] : label[1], y: y + 4.5, class: style}, text));
  }
  for (const at of stroke.before) {
    const held = Math.min(Math.max(at, left), right);
    path(`ghost ${tone}`, `M${sign.toFixed(1)} ${y}H${held.toFixed(1)}`);
    if (at === held) path(`ring ${tone}`, `M${(at - 4).toFixed(1)} ${y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0`);
  }
  spots.push({event, first, last, y});
}

// What has no row: numbers of events by place, with a bar for their share.
function drawNumbers(rest, y, path, front, left, right) {
  const size = (right - left) / Math.max(Math.floor((right - left) / 38), 1), bins = new Map();
  for (const stroke of rest) {
    const bin = Math.floor((Math.min(Math.max(stroke.sign, left), right - 1) - left) / size);
    if (!bins.has(bin)) bins.set(bin, []);
    bins.get(bin).push(stroke.event);
  }
  const most = Math.max(...[...bins.values()].map((list) => list.length));
  for (const [bin, list] of bins) {
    const at = left + bin * size, high = 3 + 13 * list.length / most;
    path("heat", `M${at + 1} ${y + 18}v${-high}h${size - 3}v${high}z`);
    front.push(draw("text", {x: at + size / 2 - 0.5, y: y + 14, class: "count"}, list.length));
    spots.push({list, first: at, last: at + size, y: y + 9});
  }
  return y + 24;
}

// What runs all the time, or has no date that is known: folded below the lanes.
function drawFolded(folded, y, path, front, left, narrow) {
  if (!folded.length) return y;
  path("rule", `M0 ${y - GAP / 2 + 0.5}H9999`);
  const words = `${isUnfolded ? "▾" : "▸"} ${folded.length} in the background`;
  const reason = narrow ? "" : ": no date known, or running through all of this time";
  front.push(draw("text", {x: narrow ? 4 : left - 6, y: y + 15, class: "fold"}, words + reason));
  spots.push({fold: true, first: 0, last: 9999, y: y + ROW / 2});
  y += ROW;
  for (const event of isUnfolded ? folded.slice(0, 40) : []) {
    const at = narrow ? 20 : left + 12;
    front.push(draw("text", {x: at, y: y + 15, class: `sign ${event.colour}`}, event.symbol));
    front.push(draw("text", {x: at + 12, y: y + 15, class: "label"}, labelOf(event.at).text));
    if (event.at === selected) path("chosen", `M${at - 10} ${y}H${at + 16 + labelOf(event.at).width}v20H${at - 10}z`);
    spots.push({event, first: at - 8, last: at + 12 + labelOf(event.at).width, y: y + ROW / 2});
    y += ROW;
  }
  return y + GAP;
}

const earlier = make("span"), later = make("span");
function countUnseen() {
  let early = 0, late = 0;
  for (const event of events) {
    if (!shown[event.at] || placeOf(event) === null) continue;
    if ((event.end ?? Infinity) < view[0]) early++;
    else if ((event.start ?? -Infinity) > view[1]) late++;
  }
  earlier.textContent = early ? `◂ ${early.toLocaleString("en")} earlier` : "";
  later.textContent = late ? `${late.toLocaleString("en")} later ▸` : "";
}
