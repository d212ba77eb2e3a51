// The address holds what is seen: "#findings?level=error&text=gfs2", or "#" and the id of a finding,
// of a step, or of a file system. So a link or a bookmark leads to the same view again.
const VIEWS = Array.from(document.querySelectorAll("section.view"), (view) => view.id);

// What an address says: the view, the values of its filters, and the element to go to.
function readAddress() {
  const hash = location.hash.slice(1);
  const mark = hash.indexOf("?");
  const name = mark < 0 ? hash : hash.slice(0, mark);
  if (VIEWS.includes(name)) {
    return { view: name, values: new URLSearchParams(mark < 0 ? "" : hash.slice(mark + 1)), target: null };
  }
  const target = document.getElementById(decoded(hash));
  const view = target && target.closest("section.view");
  return { view: view ? view.id : VIEWS[0], values: new URLSearchParams(), target };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch (e) {
    return text; // A "%" that begins no code: then it is meant as it is.
  }
}

// Writes what is seen into the address, without a step for the back button.
function writeAddress(view, values) {
  const text = values.toString();
  history.replaceState(null, "", "#" + view + (text ? "?" + text : ""));
}
