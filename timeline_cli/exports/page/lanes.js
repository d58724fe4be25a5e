// What the picture shows of the events: lanes, strokes and labels, rows, and the dates of the axis.

const ROW = 21, AXIS = 34, GAP = 7, MOST_LANES = 12, MOST_ROWS = 6, ALL_ROWS = 42, LONGEST = 42, STUB = 22;
const LANES = ["company", "person", "type", "place"];
const hasValues = (key) => LANES.includes(key) && values.some((value) => value.key === key);
const lanesFirst = [data.lanes, ...LANES].find(hasValues) || "type";
let lanesBy = lanesFirst;
let lanes = [];
let folded = [];
let isUnfolded = false;
let view = [0, 1]; // first and last day of the axis
let firstView = view;
let extent = [0, 1];
let selected = -1;
let spots = []; // where events and numbers are drawn, for the pointer

// Whole span of what is known, and at first the middle 90 % of the starts.
function measure() {
  const starts = events.map(placeOf).filter((day) => day !== null).sort((one, other) => one - other);
  if (!starts.length) starts.push(today);
  const ends = events.map((event) => event.end ?? event.start).filter((day) => day !== null);
  const pad = (first, last) => Math.max((last - first) * 0.03, 2);
  const last = ends.reduce((most, day) => Math.max(most, day), starts.at(-1)) + 1;
  extent = [starts[0] - pad(starts[0], last), last + pad(starts[0], last)];
  const cut = Math.floor(starts.length * 0.05);
  const [first, end] = [starts[cut], starts.at(-1 - cut) + 1];
  view = firstView = end - first < 7 ? [first - 4, end + 4] : [first - pad(first, end), end + pad(first, end)];
}

// Events of the filter by lane, the most frequent first; which runs without a known date is folded.
function group() {
  const byLane = new Map();
  folded = [];
  for (const event of events) {
    if (!shown[event.at]) continue;
    if (placeOf(event) === null || event.background) {
      folded.push(event);
      continue;
    }
    const own = event.own.filter((id) => values[id].key === lanesBy);
    for (const id of own.length ? own : [-1]) {
      if (!byLane.has(id)) byLane.set(id, []);
      byLane.get(id).push(event);
    }
  }
  const none = byLane.get(-1);
  byLane.delete(-1);
  const nameOf = (id) => values[id].name;
  const sorted = [...byLane].sort(([one, events], [other, others]) =>
    others.length - events.length || (nameOf(one) < nameOf(other) ? -1 : 1));
  if (none) sorted.push([-1, none]);
  const most = sorted.length > MOST_LANES ? MOST_LANES - 1 : MOST_LANES;
  lanes = sorted.slice(0, most).map(([id, list]) => ({name: id < 0 ? `no ${lanesBy}` : nameOf(id), events: list}));
  const others = sorted.slice(most);
  if (others.length) {
    const list = [...new Set(others.flatMap((each) => each[1]))].sort((one, other) => one.at - other.at);
    lanes.push({name: `all others (${others.length})`, events: list});
  }
}

// Letters are measured once each, unhinted as they are drawn.
const widths = {};
const pen = document.createElement("canvas").getContext("2d");
function widthOf(text) {
  let width = 0;
  for (const letter of text) width += widths[letter] ??= pen.measureText(letter).width;
  return width;
}
const labels = [];
function labelOf(at) {
  if (!labels[at]) {
    const title = [...titleOf(at).trim()];
    const text = title.length > LONGEST ? title.slice(0, LONGEST - 1).join("").trimEnd() + "…" : title.join("");
    labels[at] = {text, width: widthOf(text) + 6};
  }
  return labels[at];
}

// As much of a text as there is room for, and its width.
function cut(text, room) {
  let kept = "", width = widthOf("…") + 4;
  for (const letter of text) {
    width += widths[letter];
    if (width > room) break;
    kept += letter;
  }
  return [`${kept.trimEnd()}…`, Math.min(width, room)];
}

// The stroke of an event in pixels: its sign, what is certain and what is possible of it, its stubs.
// Solid is certain, dotted is possible, as in the terminal.
function strokeOf(event, x, left, right) {
  const {start, startLatest, endEarliest, end, kind, startEdge, endEdge} = event;
  const before = event.was.map(([start, , , end]) => x(((start ?? end) + (end ?? start) + 1) / 2)).filter(Number.isFinite);
  const stroke = {event, sign: 0, solid: null, dotted: [], caps: [], arrows: [], asks: [], before};
  if (kind !== INTERVAL) {
    if (start === null) {
      stroke.sign = x(end + 0.5);
      stroke.dotted.push([stroke.sign - STUB, stroke.sign]);
    } else if (end === null) {
      stroke.sign = x(start + 0.5);
      stroke.dotted.push([stroke.sign, stroke.sign + STUB]);
      stroke.arrows.push([stroke.sign + STUB, 1]);
    } else {
      const [from, to] = [x(start), x(end + 1)];
      stroke.sign = (Math.max(from, left) + Math.min(to, right)) / 2;
      if (to < left || from > right) stroke.sign = (from + to) / 2;
      if (to - from > (start === end ? 48 : 9)) {
        stroke.dotted.push([from, to]);
        stroke.caps.push(from, to);
      }
    }
    return stroke;
  }
  if (start === null) {
    const to = x(end + 1);
    stroke.sign = to;
    if (startEdge === OPEN) {
      stroke.solid = [left, x(endEarliest)];
      stroke.dotted.push([x(endEarliest), to]);
      stroke.arrows.push([left, -1]);
    } else {
      stroke.dotted.push([to - STUB, to]);
      stroke.asks.push(to - STUB - 5);
    }
    return stroke;
  }
  const from = x(start), certain = start === startLatest ? from : x(startLatest + 1);
  stroke.sign = from;
  if (certain > from) stroke.dotted.push([from, certain]);
  if (endEdge === KNOWN) {
    const until = end === endEarliest ? x(end + 1) : Math.max(x(endEarliest), certain);
    stroke.solid = [certain, until];
    if (x(end + 1) > until) stroke.dotted.push([until, x(end + 1)]);
    stroke.caps.push(x(end + 1));
  } else if (endEdge === OPEN) {
    stroke.solid = [certain, Math.max(right, certain)];
    stroke.arrows.push([right, 1]);
  } else {
    const until = event.ongoing ? Math.max(x(today), certain) : certain;
    stroke.solid = [certain, until];
    stroke.dotted.push([until, until + STUB]);
    stroke.asks.push(until + STUB + 5);
  }
  return stroke;
}

// Places a stroke with its label; without one where there is no room for it.
function place(stroke, left, right) {
  const ends = [stroke.sign, ...stroke.dotted.flat(), ...(stroke.solid || []), ...stroke.asks, ...stroke.before];
  const from = Math.max(Math.min(...ends) - 7, left - 6), to = Math.min(Math.max(...ends) + 7, right + 6);
  const sign = Math.min(Math.max(stroke.sign, left), right);
  let {text, width} = labelOf(stroke.event.at);
  const before = sign - from > 40 ? sign - 10 : from - 2, after = to - sign > 40 ? sign + 10 : to + 2;
  const tail = to > right ? 26 : 0; // of a line that goes on, something stays in sight
  const isAfter = after + width + tail <= right || sign - left < right - sign;
  const room = isAfter ? right - after - tail : before - left;
  if (width > room) [text, width] = cut(text, Math.max(room, 0));
  const label = isAfter ? [after, after + width] : [before - width, before];
  const first = Math.min(from, label[0]), last = Math.max(to, label[1]);
  return {...stroke, sign, from, to, text, isAfter, label, first, last};
}

// The strokes of a lane in view, from left to right, and apart from them what runs through the whole view.
function strokesOf(lane, x, left, right) {
  const inView = [], through = [];
  for (const event of lane.events) {
    const stroke = strokeOf(event, x, left, right);
    const ends = [stroke.sign, ...stroke.dotted.flat(), ...(stroke.solid || [])];
    const [first, last] = [Math.min(...ends), Math.max(...ends)];
    if (first > right || last < left) continue;
    const isThrough = stroke.sign < left && last >= right && event.at !== selected;
    (isThrough ? through : inView).push(place(stroke, left, right));
  }
  inView.sort((one, other) => one.first - other.first);
  return {name: lane.name, total: lane.events.length, inView, through};
}

// Each stroke in the first row that has room, without its label if need be; what fits in none is counted (`rest`). What
// runs through the whole view takes a row if it is the only one that does, or if one is left.
function fillRows({inView, through}, most) {
  const chosen = inView.find((stroke) => stroke.event.at === selected);
  const rows = chosen ? [{last: -Infinity, strokes: [chosen]}] : [], rest = [];
  const own = most - (through.length === 1), isDense = inView.length > 60;
  for (const stroke of inView) {
    if (stroke === chosen) continue;
    const fits = (from, to) => rows.findIndex((row, number) => row.last < from &&
      (!chosen || number || to < chosen.first - 10 || from > chosen.last + 10));
    let at = fits(stroke.first, stroke.last), isNamed = true;
    if (at < 0 && rows.length < own) at = rows.push({last: -Infinity, strokes: []}) - 1;
    else if (at < 0 && !isDense) [at, isNamed] = [fits(stroke.from, stroke.to), false];
    if (at < 0) rest.push(stroke);
    else {
      rows[at].strokes.push(isNamed ? stroke : {...stroke, text: ""});
      rows[at].last = isNamed ? stroke.last + 10 : stroke.to + 2;
    }
  }
  const free = Math.max(most - rows.length, 0);
  rows.unshift(...through.slice(0, free).map((stroke) => ({strokes: [stroke]})));
  return {rows, rest, unseen: through.slice(free)};
}

// All lanes with as many rows as a screen has room for.
function packed(x, left, right) {
  const found = lanes.map((lane) => strokesOf(lane, x, left, right));
  for (let most = MOST_ROWS; ; most--) {
    for (const lane of found) Object.assign(lane, fillRows(lane, most));
    const needed = found.reduce((sum, lane) => sum + Math.max(lane.rows.length, 1) + !!lane.rest.length, 0);
    if (needed <= ALL_ROWS || most === 2) return found;
  }
}

const STEPS = [
  ["day", 1], ["day", 7], ["month", 1], ["month", 3], ["year", 1], ["year", 2], ["year", 5], ["year", 10],
  ["year", 20], ["year", 50], ["year", 100], ["year", 200], ["year", 500], ["year", 1000],
];
const DAYS = {day: 1, month: 30.4, year: 365.25};

// Dates on the axis: [day, text, whether it begins a larger unit].
function ticks(from, to, width) {
  const [unit, step] = STEPS.find(([unit, step]) => DAYS[unit] * step / (to - from) * width > 64) || STEPS.at(-1);
  const found = [], date = dateFrom(from);
  let [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  if (unit === "year") [year, month, day] = [Math.floor(year / step) * step, 1, 1];
  else if (unit === "month") [month, day] = [month - (month - 1) % step, 1];
  else if (step === 7) day = day - (day - 1) % 7;
  for (let at = ordinalOf(year, month, day); at <= to && found.length < 99; at = ordinalOf(year, month, day)) {
    const isFirst = unit === "year" || (unit === "month" ? month === 1 : day === 1);
    const text = unit === "year" || (unit === "month" && month === 1) ? String(year)
      : unit === "month" ? MONTHS[month - 1] : day === 1 ? `${MONTHS[month - 1]} ${year}` : String(day);
    if (at >= from) found.push([at, text, isFirst]);
    if (unit === "year") year += step;
    else if (unit === "month") month += step;
    else day += step;
    if (step === 7 && day > 22) [month, day] = [month + 1, 1];
    const next = dateFrom(ordinalOf(year, month, day));
    [year, month, day] = [next.getUTCFullYear(), next.getUTCMonth() + 1, next.getUTCDate()];
  }
  // The year is said once if no tick begins one.
  if (found.length && unit !== "year" && !found.some((tick) => /\d{4}/.test(tick[1]))) {
    const first = dateFrom(found[0][0]);
    found[0][1] = unit === "month" ? `${found[0][1]} ${first.getUTCFullYear()}`
      : `${found[0][1]} ${MONTHS[first.getUTCMonth()]} ${first.getUTCFullYear()}`;
  }
  return found;
}
