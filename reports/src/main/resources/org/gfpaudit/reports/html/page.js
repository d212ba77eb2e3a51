// The page as a whole: one view at a time, lists, drawings, buttons. Without this script all views
// stand one below the other, and all of it can be read.
const page = {
  view: "",
  lists: {},

  // What j and k go through in the view that is seen.
  items() {
    const list = this.lists[this.view];
    return list ? list.shown() : Array.from(document.querySelectorAll("#" + this.view + " .system"));
  },

  // Shows what the address says.
  go() {
    const { view, values, target } = readAddress();
    this.view = view;
    for (const name of VIEWS) {
      document.getElementById(name).hidden = name !== view;
    }
    for (const link of document.querySelectorAll("nav a")) {
      if (link.hash === "#" + view) {
        link.setAttribute("aria-current", "page");
      } else {
        link.removeAttribute("aria-current");
      }
    }
    const list = this.lists[view];
    if (list) {
      list.show(values);
    }
    if (target) {
      this.reveal(target);
    } else {
      scrollTo(0, 0);
    }
  },

  // Opens whatever an element stands in, and its own step.
  reveal(target) {
    const finding = target.closest(".finding");
    if (finding) {
      this.lists.findings.reveal(finding);
    }
    for (let box = target; box; box = box.parentElement) {
      if (box.tagName === "DETAILS") {
        box.open = true;
      }
    }
    const step = target.tagName === "LI" && target.querySelector(":scope > details");
    if (step) {
      step.open = true;
    }
    target.scrollIntoView({ block: finding === target ? "start" : "center" });
    const focused = step ? step.querySelector("summary") : target.querySelector(":scope > summary");
    if (focused) {
      focused.focus({ preventScroll: true });
    }
  },
};

// Findings stand in one box, so that they can be sorted; the headings of their groups go.
function flatten() {
  const box = document.getElementById("list");
  if (!box) {
    return;
  }
  const all = Array.from(box.querySelectorAll(".finding"));
  box.replaceChildren(...all);
  page.lists.findings = new List(document.querySelector("form[data-view=findings]"), all, box, FINDINGS_AT_ONCE);
}

function start() {
  flatten();
  const rows = Array.from(document.querySelectorAll(".calls tbody tr"));
  if (rows.length > 0) {
    page.lists.calls = new List(document.querySelector("form[data-view=calls]"), rows, rows[0].parentElement, ROWS_AT_ONCE);
  }
  // A drawing that nobody opens needs no buttons.
  document.addEventListener(
    "toggle",
    (event) => {
      const figure = event.target.matches(".drawing") && event.target.querySelector("figure");
      if (figure && !figure.dataset.ready) {
        figure.dataset.ready = "yes";
        new Drawing(figure);
      }
    },
    true,
  );
  for (const command of document.querySelectorAll(".commands code")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.setAttribute("aria-label", "copy " + command.textContent);
    button.addEventListener("click", () => copy(command.textContent));
    command.after(button);
  }
  const keys = document.getElementById("keys");
  const ask = document.getElementById("ask");
  ask.hidden = false;
  ask.addEventListener("click", () => keys.showModal());
  document.getElementById("close").addEventListener("click", () => keys.close());
  // On paper there is no button for more.
  addEventListener("beforeprint", () => Object.values(page.lists).forEach((list) => list.more(true)));
  addEventListener("hashchange", () => page.go());
  page.go();
  // When all is loaded the browser goes to what the address names, and takes the focus from it.
  addEventListener("load", () => requestAnimationFrame(() => page.go()));
}

start();
