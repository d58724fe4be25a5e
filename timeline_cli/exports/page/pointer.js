// Pointers and keys on the picture and its strip.

function drag(element, start) {
  element.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    const move = start(event);
    if (!move) return;
    element.setPointerCapture(event.pointerId);
    const stop = () => {
      element.removeEventListener("pointermove", move);
      element.removeEventListener("pointerup", stop);
      element.removeEventListener("pointercancel", stop);
    };
    element.addEventListener("pointermove", move);
    element.addEventListener("pointerup", stop);
    element.addEventListener("pointercancel", stop);
  });
}

drag(strip, (event) => {
  const day = (each) => extent[0] + each.offsetX / size.strip * (extent[1] - extent[0]);
  const at = event.offsetX, [one, other] = view.map(stripX), grip = event.pointerType === "touch" ? 16 : 7;
  const [first, last] = view, began = day(event);
  if (Math.abs(at - one) < grip) return (each) => setView(Math.min(day(each), last - 3), last);
  if (Math.abs(at - other) < grip) return (each) => setView(first, Math.max(day(each), first + 3));
  if (at > one && at < other) return (each) => setView(first + day(each) - began, last + day(each) - began);
  return (each) => Math.abs(each.offsetX - at) > 4 && setView(Math.min(began, day(each)), Math.max(began, day(each)));
});

const dayAt = (offsetX) => {
  const left = isNarrow() ? 12 : 172, right = size.host - 16;
  return view[0] + (offsetX - left) / (right - left) * (view[1] - view[0]);
};

host.addEventListener("wheel", (event) => {
  const isSideways = Math.abs(event.deltaX) > Math.abs(event.deltaY);
  if (!event.ctrlKey && !isSideways && !event.shiftKey) return;
  event.preventDefault();
  const factor = Math.exp(Math.max(-1, Math.min(1, event.deltaY / 200)));
  if (event.ctrlKey) zoom(factor, dayAt(event.clientX - host.getBoundingClientRect().left));
  else pan((event.deltaX || event.deltaY) / size.host);
}, {passive: false});

// One finger or the mouse pans, two fingers zoom.
const touches = new Map();
let wasDragged = false;
host.addEventListener("pointerdown", (event) => {
  if (event.button) return;
  touches.set(event.pointerId, event.clientX);
  wasDragged = false;
});
host.addEventListener("pointermove", (event) => {
  if (!touches.has(event.pointerId)) return point(event);
  const old = touches.get(event.pointerId), others = [...touches].filter(([id]) => id !== event.pointerId);
  if (Math.abs(event.clientX - old) < (wasDragged ? 1 : 4)) return;
  if (!wasDragged) host.setPointerCapture(event.pointerId);
  wasDragged = true;
  if (others.length) {
    const other = others[0][1], left = host.getBoundingClientRect().left;
    const apart = (at) => Math.max(Math.abs(at - other), 8);
    zoom(apart(old) / apart(event.clientX), dayAt((old + other) / 2 - left));
  } else pan((old - event.clientX) / size.host);
  touches.set(event.pointerId, event.clientX);
});
for (const name of ["pointerup", "pointercancel", "pointerleave"]) {
  host.addEventListener(name, (event) => touches.delete(event.pointerId));
}

const spotAt = (event) => {
  const box = host.getBoundingClientRect(), x = event.clientX - box.left, y = event.clientY - box.top;
  return spots.find((spot) => Math.abs(spot.y - y) <= ROW / 2 && x >= spot.first - 3 && x <= spot.last + 3);
};

function point(event) {
  const spot = spotAt(event);
  host.classList.toggle("over", !!spot);
  if (spot?.event) say(spot.event.at);
  else if (spot?.list) caption.textContent = `${spot.list.length} more events: click to zoom in`;
  else say(selected);
}

function say(at) {
  const text = at < 0 ? "" : `${dateOf(at)}  ${events[at].symbol} ${articles[at].querySelector("h3").textContent}`;
  if (caption.textContent !== text) caption.textContent = text;
}

host.addEventListener("click", (event) => {
  const spot = wasDragged ? null : spotAt(event);
  if (spot?.event) select(spot.event.at, "list");
  else if (spot?.fold) {
    isUnfolded = !isUnfolded;
    redraw();
  } else if (spot?.list) {
    const days = spot.list.map(placeOf), [first, last] = [Math.min(...days), Math.max(...days) + 1];
    const room = Math.max((last - first) * 0.1, 1.5);
    setView(first - room, last + room);
  }
});

const KEYS = {
  ArrowLeft: () => pan(-0.15), ArrowRight: () => pan(0.15), "+": () => zoom(0.7), "=": () => zoom(0.7),
  "-": () => zoom(1 / 0.7), 0: () => setView(...extent), ArrowUp: () => step(-1), ArrowDown: () => step(1),
  PageUp: () => pan(-0.8), PageDown: () => pan(0.8),
  Enter: () => selected >= 0 && select(selected, "list"),
};
host.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});
