// A list that filters and sorts while somebody types: the findings, or the rows of the calls.
// Elements are never made anew. They are hidden, shown and moved; where those stand that are hidden
// does not matter, so only what is seen is moved.
// How many are on the screen at first; more are shown when somebody asks, so that a letter typed
// among thousands takes hardly longer than one among hundreds. A finding is worth many rows.
const FINDINGS_AT_ONCE = 100;
const ROWS_AT_ONCE = 1000;

class List {
  constructor(form, elements, box, atOnce) {
    this.form = form;
    this.view = form.dataset.view;
    this.box = box;
    this.output = form.querySelector("output");
    this.nothing = form.parentElement.querySelector(".nothing");
    this.items = elements.map((element, index) => ({
      element,
      index,
      isShown: true,
      data: Object.assign({}, element.dataset),
      text: textOf(element).toLowerCase(),
    }));
    this.order = this.items;
    this.sorted = "";
    this.isMoved = false;
    this.atOnce = atOnce;
    this.limit = atOnce;
    this.pending = 0;
    this.rest = form.parentElement.querySelector(".rest");
    this.rest.querySelector("button").addEventListener("click", () => this.more());
    form.hidden = false;
    form.addEventListener("input", (event) => this.changed(event.target.name === "text"));
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      this.show(new URLSearchParams({ level: this.levels().join(",") }));
      this.remember();
    });
    if (this.nothing) {
      this.nothing.querySelector(".clear").addEventListener("click", () => form.reset());
    }
  }

  levels() {
    return Array.from(this.form.querySelectorAll("input[name=level]"), (box) => box.value);
  }

  // Notes are folded away as long as there is something else and nobody asks for them.
  usualLevels() {
    const all = this.levels();
    const loud = all.filter((level) => level !== "note");
    return loud.length > 0 ? loud : all;
  }

  // Takes the values of an address into the form, and filters by them.
  show(values) {
    const levels = values.get("level") === null ? this.usualLevels() : values.get("level").split(",");
    for (const field of this.form.elements) {
      if (field.name === "level") {
        field.checked = levels.includes(field.value);
      } else if (field.name) {
        field.value = values.get(field.name) || "";
        if (field.selectedIndex === -1) {
          field.selectedIndex = 0; // An old address may ask for what is not there any more.
        }
      }
    }
    this.apply();
  }

  // What the form says, as it stands in the address: only what is not as usual.
  values() {
    const values = new URLSearchParams();
    const levels = Array.from(this.form.querySelectorAll("input[name=level]:checked"), (box) => box.value);
    if (levels.join() !== this.usualLevels().join()) {
      values.set("level", levels.join(","));
    }
    for (const field of this.form.elements) {
      if (field.name && field.name !== "level" && field.value) {
        values.set(field.name, field.value);
      }
    }
    return values;
  }

  // Somebody types or chooses. Letters that come fast are taken together.
  changed(isTyped) {
    cancelAnimationFrame(this.pending);
    this.limit = this.atOnce;
    this.pending = requestAnimationFrame(() => {
      this.apply();
      this.remember();
    });
    return isTyped;
  }

  remember() {
    writeAddress(this.view, this.values());
  }

  apply() {
    const chosen = [];
    const levels = new Set();
    let words = [];
    for (const field of this.form.elements) {
      if (field.name === "level") {
        if (field.checked) {
          levels.add(field.value);
        }
      } else if (field.name === "text") {
        words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      } else if (field.name && field.name !== "sort" && field.value) {
        chosen.push([field.name, field.value]);
      }
    }
    this.sort(this.form.elements.sort.value);
    const seen = [];
    let count = 0;
    for (const item of this.order) {
      const data = item.data;
      const isWanted =
        (data.level === undefined || levels.has(data.level)) &&
        chosen.every(([name, value]) => data[name] === value) &&
        words.every((word) => item.text.includes(word));
      count += isWanted ? 1 : 0;
      const isShown = isWanted && count <= this.limit;
      if (isShown) {
        seen.push(item.element);
      }
      if (isShown !== item.isShown) {
        item.isShown = isShown;
        item.element.hidden = !isShown;
      }
    }
    if (this.isMoved) {
      this.box.prepend(...seen);
    }
    this.rest.hidden = count <= this.limit;
    this.output.value = count + " of " + this.items.length + this.hiddenNotes(levels);
    if (this.nothing) {
      this.nothing.hidden = count > 0;
    }
  }

  hiddenNotes(levels) {
    const notes = this.items.filter((item) => item.data.level === "note").length;
    return notes > 0 && !levels.has("note") ? "; " + notes + " notes are folded away (n shows them)" : "";
  }

  sort(by) {
    if (by === this.sorted) {
      return;
    }
    this.sorted = by;
    const place = (item) => item.data.place || "";
    // Lines are numbers to people; ids are only looked up.
    const compare = new Intl.Collator("en", { numeric: by !== "id" }).compare;
    const key = (item) => (by === "id" ? item.element.id : item.data[by] || "");
    this.order = this.items.slice();
    this.order.sort((one, other) =>
      by === ""
        ? one.index - other.index
        : compare(key(one), key(other)) || compare(place(one), place(other)) || one.index - other.index,
    );
    this.isMoved = true;
  }

  // Shows as many again, or all of them.
  more(all) {
    this.limit = all ? Infinity : this.limit + this.atOnce;
    this.apply();
  }

  // What can be gone through by keys, in the order in which it is seen.
  shown() {
    return this.order.filter((item) => item.isShown).map((item) => item.element);
  }

  // Makes sure that an element of the list is seen, whatever the filters say.
  reveal(element) {
    const item = this.items.find((each) => each.element === element);
    if (item && !item.isShown) {
      this.limit = Infinity;
      this.show(new URLSearchParams({ level: this.levels().join(",") }));
    }
  }
}

// What is searched of a finding is its first line; of a call it is all of it.
function textOf(element) {
  const summary = element.querySelector(":scope > summary");
  return (summary || element).textContent + " " + (element.dataset.system || "");
}
