// Finding events: search, facets with counts, dates; the list shows what remains, the address says it.

const filter = {q: "", from: "", to: "", through: "", chosen: new Map()};
const shown = new Uint8Array(events.length).fill(2); // 0 no, 1 may match, 2 certain
const LATIN = {ø: "o", đ: "d", ð: "d", ł: "l", ħ: "h", ı: "i", ß: "ss", æ: "ae", œ: "oe", þ: "th"};
const NO_SPACES = /[\u0e00-\u0eff\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]/;

function fold(text) {
  const plain = text.normalize("NFKD").toLowerCase();
  if (/^[\x00-\x7f]*$/.test(plain)) return plain.replace(/['’]/g, "").replace(/[^a-z0-9]+/g, " ");
  return plain.replace(/[øđðłħıßæœþ]/g, (letter) => LATIN[letter]).replace(/[\u0300-\u036f'’]/g, "")
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, " ");
}

// The texts in which words are searched: made when the browser has time, or at the first search.
const texts = [];
function textOf(at) {
  return texts[at] ??= ` ${fold(articles[at].textContent + " " + events[at].all.map(
    (id) => values[id].aliases ? values[id].name + " " + values[id].aliases : values[id].name).join(" "))} `;
}
function prepare(deadline) {
  while (texts.length < events.length && deadline.timeRemaining() > 2) textOf(texts.length);
  if (texts.length < events.length) requestIdleCallback(prepare);
}

function searched(at, words) {
  const text = textOf(at);
  return words.every((word) => text.includes(NO_SPACES.test(word) ? word : " " + word));
}

// Whether an event lies in the period: 2 for certain, 1 if it may, 0 if not.
function within(event, first, last) {
  if ((event.start ?? -Infinity) > last || (event.end ?? Infinity) < first) return 0;
  const latest = event.startLatest ?? (event.startEdge === OPEN && event.kind === INTERVAL ? -Infinity : Infinity);
  const earliest = event.endEarliest ?? (event.endEdge === OPEN && event.kind === INTERVAL ? Infinity : -Infinity);
  if (event.kind === INTERVAL) return latest <= last && earliest >= first ? 2 : 1;
  return (event.start ?? -Infinity) >= first && (event.end ?? Infinity) <= last ? 2 : 1;
}

// Whether it neither starts nor ends in the period, as far as is known.
function runsThrough(event, first, last) {
  const touches = (from, to) => from !== null && from <= last && to >= first;
  const {start, startLatest, endEarliest, end, startEdge, endEdge} = event;
  if (event.kind !== INTERVAL) return start === null ? !touches(end, end) : end === null && !touches(start, start);
  return !(startEdge === KNOWN && touches(start, startLatest)) && !(endEdge === KNOWN && touches(endEarliest, end));
}

const isFiltered = () => !!(filter.q || filter.from || filter.to || filter.chosen.size);

function hasOne(ids, group) {
  for (const id of ids) if (group.has(id)) return true;
  return false;
}

// Applies the filter to the list and counts what each value of a facet would leave.
function apply() {
  const words = fold(filter.q).split(" ").filter(Boolean);
  const first = dayOf(filter.from, false) ?? -Infinity, last = dayOf(filter.to, true) ?? Infinity;
  const isDated = first > -Infinity || last < Infinity;
  const groups = [...filter.chosen.values()];
  const facets = groups.map((group) => values[group.values().next().value].facet);
  const counts = new Uint32Array(values.length), kept = new Uint32Array(sections.length);
  let matched = 0, possible = 0, background = 0;
  for (const event of events) {
    let verdict = isDated ? within(event, first, last) : 2;
    if (verdict && words.length && !searched(event.at, words)) verdict = 0;
    const isThrough = verdict && isDated && runsThrough(event, first, last);
    let failed = -1, failures = 0;
    if (verdict) {
      for (let number = 0; number < groups.length && failures < 2; number++) {
        if (hasOne(event.all, groups[number])) continue;
        failed = facets[number];
        failures++;
      }
      if (isThrough && !failures) background++;
      if (isThrough && !filter.through) verdict = 0;
      else if (failures < 2) for (const id of event.all) if (!failures || values[id].facet === failed) counts[id]++;
      if (failures) verdict = 0;
    }
    if (verdict) {
      matched++;
      kept[sectionOf[event.at]]++;
    }
    if (verdict === 1) possible++;
    mark(event.at, verdict);
  }
  sections.forEach((section, number) => section.hidden = !kept[number]);
  tell(matched, possible, background);
  countFacets(counts);
}

function mark(at, verdict) {
  if (shown[at] === verdict) return;
  const article = articles[at];
  if (!verdict !== article.hidden) article.hidden = !verdict;
  if ((verdict === 1) !== (shown[at] === 1)) article.classList.toggle("may", verdict === 1);
  shown[at] = verdict;
}

const status = make("output", {class: "status"});
const filterInWords = make("p", {class: "printed"});

function tell(matched, possible, background) {
  const may = possible ? `, ${possible.toLocaleString("en")} may match` : "";
  status.textContent = (isFiltered() ? `${matched.toLocaleString("en")} of ` : "") + counted(events.length) + may;
  const parts = [...filter.chosen].map(([key, group]) =>
    `${HEADINGS[key]}: ${[...group].map((id) => values[id].name).join(" or ")}`);
  if (filter.q) parts.unshift(`Search: ${filter.q}`);
  if (filter.from || filter.to) parts.push(`Dates: ${filter.from || "…"} to ${filter.to || "…"}`);
  filterInWords.textContent = parts.length ? `${status.textContent} · ${parts.join(" · ")}` : "";
  clear.hidden = !isFiltered();
  through.hidden = !background;
  through.textContent = `${filter.through ? "−" : "+"} ${background.toLocaleString("en")} running through`;
}

const search = make("input", {type: "search", "aria-label": "Search events", placeholder: "Search  ( / )", oninput() {
  filter.q = search.value;
  changed();
}});
const [from, to] = ["from", "to"].map((name) => make("input", {
  type: "text", size: 10, placeholder: "YYYY-MM-DD", "aria-label": `Dates ${name}: a year, month or day`,
  inputmode: "numeric",
  oninput(event) {
    const text = event.target.value.trim(), isRead = !text || dayOf(text, name === "to") !== null;
    event.target.setAttribute("aria-invalid", !isRead);
    if (isRead) {
      filter[name] = text;
      changed();
      showPeriod();
    }
  },
}));
const through = make("button", {type: "button", onclick() {
  filter.through = filter.through ? "" : "1";
  changed();
}});
const clear = make("button", {type: "button", hidden: true, onclick() {
  reset();
  changed();
  showPeriod();
  search.focus();
}}, "Clear all");

function reset() {
  filter.q = filter.from = filter.to = filter.through = "";
  filter.chosen.clear();
  fill();
}

// The controls show the filter.
function fill() {
  search.value = filter.q;
  from.value = filter.from;
  to.value = filter.to;
  for (const group of filter.chosen.values()) {
    for (const id of group) if (!boxes.has(id)) sets.get(values[id].key)?.append(option(values[id]));
  }
  for (const [id, {box}] of boxes) box.checked = !!filter.chosen.get(values[id].key)?.has(id);
}

// Facets: the most frequent values at first, the others on demand.
const FEW = 7, MANY = 1000;
const sets = new Map();
const boxes = new Map(); // by value: its checkbox, count and label
const facets = make("details", {class: "facets"}, make("summary", {}, "Filter"));

function buildFacets() {
  const totals = new Uint32Array(values.length);
  for (const event of events) for (const id of event.all) totals[id]++;
  data.facets.forEach((key, facet) => {
    const found = values.filter((value) => value.facet === facet && totals[value.id]);
    if (!found.length || (found.length === 1 && totals[found[0].id] === events.length)) return;
    found.sort((one, other) => totals[other.id] - totals[one.id] || (one.name < other.name ? -1 : 1));
    const set = make("fieldset", {}, make("legend", {}, HEADINGS[key] || key));
    sets.set(key, set);
    set.append(...found.slice(0, FEW).map(option));
    if (found.length > FEW) {
      set.append(make("button", {type: "button", class: "more", onclick(event) {
        event.target.remove();
        set.append(...found.slice(FEW, MANY).filter((value) => !boxes.has(value.id)).map(option));
        if (found.length > MANY) set.append(make("p", {}, `and ${found.length - MANY} more, which the search finds`));
        boxes.get(found[FEW].id).box.focus();
        apply();
      }}, `${Math.min(found.length, MANY) - FEW} more`));
    }
    facets.append(set);
  });
}

function option(value) {
  const box = make("input", {type: "checkbox", onchange() {
    choose(value, box.checked);
    changed();
  }});
  box.checked = !!filter.chosen.get(value.key)?.has(value.id);
  const count = make("span", {class: "count"});
  const symbol = value.symbol ? [make("i", {class: value.colour, "aria-hidden": "true"}, value.symbol)] : [];
  const label = make("label", {}, box, ...symbol, make("span", {}, value.name), count);
  boxes.set(value.id, {box, count, label});
  return label;
}

function choose(value, isChosen) {
  const group = filter.chosen.get(value.key) || new Set();
  if (isChosen) group.add(value.id);
  else group.delete(value.id);
  if (group.size) filter.chosen.set(value.key, group);
  else filter.chosen.delete(value.key);
}

function countFacets(counts) {
  for (const [id, {box, count, label}] of boxes) {
    const text = counts[id].toLocaleString("en");
    if (count.textContent !== text) count.textContent = text;
    label.classList.toggle("none", !counts[id] && !box.checked);
  }
}

// The address: #ID is an event; #?q=…&type=a,b&from=… a filter, with its event if one is open.
function addressOf() {
  const id = selected >= 0 ? articles[selected].id : "";
  const parts = [];
  if (filter.q) parts.push(`q=${encodeURIComponent(filter.q)}`);
  for (const [key, group] of filter.chosen) {
    parts.push(`${key}=${[...group].map((each) => encodeURIComponent(values[each].name)).join(",")}`);
  }
  for (const name of ["from", "to", "through"]) {
    if (filter[name]) parts.push(`${name}=${encodeURIComponent(filter[name])}`);
  }
  if (lanesBy !== lanesFirst) parts.push(`lanes=${lanesBy}`);
  if (!parts.length) return id ? `#${encodeURIComponent(id)}` : "";
  return `#?${parts.join("&")}${id ? `&event=${encodeURIComponent(id)}` : ""}`;
}

// At once, but not more often than browsers allow; what waits is written last.
let lastWritten = -Infinity, waiting = 0;
function writeAddress() {
  clearTimeout(waiting);
  const left = lastWritten + 300 - performance.now();
  if (left > 0) {
    waiting = setTimeout(writeAddress, left);
    return;
  }
  const address = addressOf();
  if (address === location.hash) return;
  lastWritten = performance.now();
  history.replaceState(null, "", address || location.pathname + location.search);
}

const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

function readAddress() {
  const hash = location.hash.slice(1);
  const asked = new Map(hash.startsWith("?") ? hash.slice(1).split("&").map((part) => {
    const at = part.indexOf("=");
    return [part.slice(0, at), part.slice(at + 1)];
  }) : hash ? [["event", hash]] : []);
  filter.q = decoded(asked.get("q") || "");
  for (const name of ["from", "to", "through"]) filter[name] = decoded(asked.get(name) || "");
  filter.chosen.clear();
  for (const key of data.facets) {
    for (const name of (asked.get(key) || "").split(",")) {
      const value = byName.get(`${key}\n${decoded(name)}`);
      if (value) choose(value, true);
    }
  }
  setLanes(decoded(asked.get("lanes") || lanesFirst));
  fill();
  return indexOfId.get(decoded(asked.get("event") || "")) ?? -1;
}
