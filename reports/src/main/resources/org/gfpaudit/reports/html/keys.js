// Keys of the whole page. A key that somebody types into a field belongs to the field.
const FIELDS = "input, select, textarea";

function current() {
  const item = document.activeElement && document.activeElement.closest(".finding, .system, .calls tbody tr");
  return item && item.closest("section.view").id === page.view ? item : null;
}

function focusOn(item) {
  const summary = item.querySelector(":scope > summary") || item;
  summary.focus({ preventScroll: true });
  summary.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const all = page.items();
  const at = all.indexOf(current());
  if (by > 0 && at === all.length - 1 && page.lists[page.view]) {
    page.lists[page.view].more();
    all.splice(0, all.length, ...page.items());
  }
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, at + by));
  if (all[next]) {
    focusOn(all[next]);
  }
}

function toggleSteps() {
  const item = current();
  const steps = item ? Array.from(item.querySelectorAll(".lane details, .facts details")) : [];
  const isOpen = steps.some((each) => !each.open);
  if (item && item.tagName === "DETAILS" && isOpen) {
    item.open = true;
  }
  steps.forEach((each) => {
    each.open = isOpen;
  });
}

function toggleDrawing() {
  const item = current();
  const drawing = item && item.querySelector(".drawing");
  if (!drawing) {
    return;
  }
  const isOpen = item.open && drawing.open;
  item.open = true;
  drawing.open = !isOpen;
  if (drawing.open) {
    drawing.querySelector("figure").focus();
    drawing.scrollIntoView({ block: "nearest" });
  } else {
    focusOn(item);
  }
}

function toggleNotes() {
  const box = document.querySelector("#findings input[name=level][value=note]");
  if (box && page.view === "findings") {
    box.checked = !box.checked;
    page.lists.findings.changed(false);
  }
}

function leave() {
  if (document.activeElement.matches(FIELDS)) {
    document.activeElement.blur();
    if (page.items()[0]) {
      focusOn(page.items()[0]);
    }
    return;
  }
  const item = current();
  if (item && item.tagName === "DETAILS") {
    item.open = false;
    focusOn(item);
  }
}

// From a call to its finding; a finding opens by itself, as what it is made of does.
function enter(event) {
  if (event.target.matches(".calls tr")) {
    const link = event.target.querySelector("a[href^='#']");
    if (link) {
      link.click();
    }
    event.preventDefault();
  }
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    say("copied: " + text);
  } catch (e) {
    say("this browser does not let the page copy: mark the command, one click does");
  }
}

function say(text) {
  document.getElementById("said").textContent = text;
}

function copyCommand() {
  const command = current() && current().querySelector(".commands code");
  if (command) {
    copy(command.textContent);
  }
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  e: toggleSteps,
  d: toggleDrawing,
  y: copyCommand,
  n: toggleNotes,
  Enter: enter,
  Escape: leave,
  "?": () => document.getElementById("keys").showModal(),
  "/": () => {
    const field = document.querySelector("section.view:not([hidden]) input[name=text]");
    if (field) {
      field.focus();
      field.select();
    }
  },
};

addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) {
    return;
  }
  if (event.target.closest(FIELDS) && event.key !== "Escape") {
    return;
  }
  const view = /^[1-9]$/.test(event.key) && VIEWS[Number(event.key) - 1];
  if (view) {
    location.hash = view;
  } else if (Object.hasOwn(KEYS, event.key)) {
    KEYS[event.key](event);
    if (event.key !== "Enter") {
      event.preventDefault();
    }
  }
});
