// Drawings grow and shrink by keys, by buttons, and by the wheel once one has clicked into them. A
// drawing that has grown is larger than its figure, which scrolls; a mouse can drag it as well.
class Drawing {
  constructor(figure) {
    this.figure = figure;
    this.svg = figure.querySelector("svg");
    this.scale = 1;
    this.buttons();
    figure.addEventListener("keydown", (event) => this.key(event));
    figure.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
    this.svg.addEventListener("pointerdown", (event) => this.drag(event));
  }

  buttons() {
    const box = document.createElement("div");
    box.className = "zoom";
    for (const [sign, label, factor] of [["+", "larger", 1.25], ["\u2212", "smaller", 0.8], ["0", "whole", 0]]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = sign;
      button.setAttribute("aria-label", label);
      button.addEventListener("click", () => this.zoom(factor));
      box.append(button);
    }
    this.figure.before(box);
  }

  // Zooms by a factor; 0 shows all. The point (x, y) of the window stays where it is, or the middle.
  zoom(factor, x, y) {
    const before = this.svg.getBoundingClientRect();
    const frame = this.figure.getBoundingClientRect();
    const at = { x: x === undefined ? frame.x + frame.width / 2 : x, y: y === undefined ? frame.y + frame.height / 2 : y };
    const scale = factor === 0 ? 1 : Math.min(8, Math.max(1, this.scale * factor));
    const width = (before.width / this.scale) * scale;
    this.scale = scale < 1.01 ? 1 : scale;
    this.svg.classList.toggle("grown", this.scale > 1);
    this.svg.style.width = this.scale > 1 ? width + "px" : "";
    const after = this.svg.getBoundingClientRect();
    this.figure.scrollLeft += after.x + ((at.x - before.x) / before.width) * after.width - at.x;
    this.figure.scrollTop += after.y + ((at.y - before.y) / before.height) * after.height - at.y;
  }

  key(event) {
    const factor = { "+": 1.25, "=": 1.25, "-": 0.8, 0: 0 }[event.key];
    if (factor !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      this.zoom(factor);
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key.startsWith("Arrow") && event.target !== this.figure) {
      this.figure.focus(); // From here on the browser scrolls it.
    }
  }

  wheel(event) {
    if (!event.ctrlKey && !this.figure.contains(document.activeElement)) {
      return; // The page scrolls on, as whoever scrolls it expects.
    }
    this.zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, event.clientX, event.clientY);
    event.preventDefault();
  }

  drag(event) {
    if (event.target.closest("a")) {
      return; // A click on a function goes to its step.
    }
    const move = (next) => this.figure.scrollBy(-next.movementX, -next.movementY);
    const end = () => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", end);
      removeEventListener("pointercancel", end);
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", end);
    addEventListener("pointercancel", end);
    event.preventDefault();
    this.figure.focus({ preventScroll: true });
  }
}
