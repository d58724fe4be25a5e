// The events of the page as the script works with them: the compact index next to the articles of the list.

const root = document.documentElement;
const data = JSON.parse(document.querySelector("script[type='application/json']").textContent);
const articles = [...document.querySelectorAll("article")];
const sections = [...document.querySelectorAll(".list > section")];
const numberOf = new Map(sections.map((section, number) => [section, number]));
const sectionOf = Uint32Array.from(articles, (article) => numberOf.get(article.parentNode));
const today = data.today;
const DAY = 864e5;
const EPOCH = 719163; // the ordinal of 1 January 1970
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const INTERVAL = 2, KNOWN = 0, OPEN = 1;

const HEADINGS = {
  is: "Look for", type: "Type", company: "Company", person: "Person", place: "Place", tag: "Tag",
  certainty: "Certainty", status: "Status", source: "Source",
};
const values = data.values.map(([name, facet, parent, aliases, symbol, colour], id) => ({
  id, name, facet, parent: parent ?? -1, aliases: aliases || "", symbol: symbol || "",
  colour: (colour || "white").replace("bright_", ""), key: data.facets[facet],
}));
const byName = new Map(values.map((value) => [`${value.key}\n${value.name}`, value]));

function spread(bounds) {
  return bounds.length === 2 ? [bounds[0], bounds[0] + bounds[1], bounds[0], bounds[0] + bounds[1]] : bounds;
}

const events = data.events.map(([flags, bounds, own, was], at) => {
  const [start, startLatest, endEarliest, end] = spread(bounds);
  const type = own.map((id) => values[id]).find((value) => value.key === "type");
  const all = new Set(own);
  for (const id of own) for (let up = values[id].parent; up >= 0 && !all.has(up); up = values[up].parent) all.add(up);
  return {
    at, own, all: [...all], start, startLatest, endEarliest, end,
    was: (was || []).map(spread),
    kind: flags & 3, startEdge: flags >> 2 & 3, endEdge: flags >> 4 & 3,
    ongoing: !!(flags & 256), background: !!(flags & 512), gone: !!(flags & 1024), doubtful: !!(flags & 2048),
    symbol: type?.symbol || "•", colour: type?.colour || "white",
  };
});
const indexOfId = new Map(articles.map((article, at) => [article.id, at]));

const titleOf = (at) => articles[at].querySelector("h3").firstChild.data;

// The date in the words of the list, with the month or year of its heading.
function dateOf(at) {
  const shown = articles[at].querySelector("summary").firstElementChild;
  const heading = articles[at].parentNode.querySelector("h2").textContent;
  const text = (shown.querySelector("time, .d, .v") || shown).textContent;
  return /\d{4}/.test(text) || !/\d{4}$/.test(heading) ? text : `${text} ${heading}`;
}

// Where an event is placed on an axis: its start, else its end; null if neither is known.
const placeOf = (event) => event.start ?? event.end;

const ordinalOf = (year, month, day) => new Date(0).setUTCFullYear(year, month - 1, day) / DAY + EPOCH;
const dateFrom = (ordinal) => new Date((Math.floor(ordinal) - EPOCH) * DAY);

// The first or last day of 2025, 2025-03 or 2025-03-22; null for other texts.
function dayOf(text, isEnd) {
  const found = /^\s*(\d{4})(?:-(\d\d?))?(?:-(\d\d?))?\s*$/.exec(text);
  if (!found) return null;
  const [year, month, day] = found.slice(1).map(Number);
  if (month > 12 || month === 0 || day > 31 || day === 0) return null;
  if (!isEnd) return ordinalOf(year, month || 1, day || 1);
  return day ? ordinalOf(year, month, day) : month ? ordinalOf(year, month + 1, 1) - 1 : ordinalOf(year + 1, 1, 1) - 1;
}

const isoOf = (ordinal) => dateFrom(ordinal).toISOString().slice(0, 10);

const counted = (number) => `${number.toLocaleString("en")} ${number === 1 ? "event" : "events"}`;

// An element with attributes, text and children: make("p", {class: "x"}, "text", child).
function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

function draw(name, attributes, text) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const key in attributes) element.setAttribute(key, attributes[key]);
  if (text !== undefined) element.textContent = text;
  return element;
}
