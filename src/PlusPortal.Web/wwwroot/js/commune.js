// Suggestions of communes. Comfort only: without this file the field is searched when the form is sent.
// Pattern: editable combobox with a list (WAI-ARIA Authoring Practices).
const field = document.querySelector('input[data-enhance="commune"]');
if (field) enhance(field);

function enhance(input) {
  const list = document.createElement("ul");
  list.id = `${input.id}-liste`;
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Communes proposées");

  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");

  const code = document.createElement("input");
  code.type = "hidden";
  code.name = "CommuneCode";

  const box = document.createElement("div");
  box.className = "suggestions-box";
  input.before(box);
  box.append(input, list, status, code);
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);

  let found = [];
  let active = -1;
  let pause = 0;
  let search = null;

  input.addEventListener("input", () => {
    code.value = "";
    window.clearTimeout(pause);
    pause = window.setTimeout(ask, 200);
  });
  input.addEventListener("keydown", onKey);
  input.addEventListener("blur", () => window.setTimeout(close, 150));
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const item = event.target.closest("[role=option]");
    if (item) choose(Number(item.dataset.index));
  });

  async function ask() {
    const sought = input.value.trim();
    search?.abort();
    if (sought.length < 2 || (/^\d+$/.test(sought) && sought.length < 5)) return close();
    search = new AbortController();
    try {
      const answer = await fetch(`/demande/communes?q=${encodeURIComponent(sought)}`, { signal: search.signal, headers: { Accept: "application/json" } });
      if (!answer.ok) return close();
      show(await answer.json());
    } catch {
      // Interrupted by the next letter, or no network: the form still works.
      close();
    }
  }

  function show(communes) {
    found = communes;
    active = -1;
    list.replaceChildren(...communes.map((commune, index) => {
      const item = document.createElement("li");
      item.id = `${list.id}-${index}`;
      item.dataset.index = String(index);
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.textContent = commune.note ?? commune.label;
      return item;
    }));
    const open = communes.length > 0 && document.activeElement === input;
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    input.removeAttribute("aria-activedescendant");
    status.textContent = communes.length === 0 ? "Aucune commune proposée."
      : communes.length === 1 ? "Une commune proposée." : `${communes.length} communes proposées.`;
  }

  function onKey(event) {
    if (event.key === "Escape") return close();
    if (list.hidden) return undefined;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      move(active === -1 && step === -1 ? found.length - 1 : (active + step + found.length) % found.length);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      choose(active);
    }
    return undefined;
  }

  function move(index) {
    active = index;
    for (const item of list.children) {
      const isActive = Number(item.dataset.index) === index;
      item.setAttribute("aria-selected", String(isActive));
      if (isActive) {
        input.setAttribute("aria-activedescendant", item.id);
        item.scrollIntoView({ block: "nearest" });
      }
    }
  }

  function choose(index) {
    const commune = found[index];
    input.value = commune.label;
    code.value = commune.code;
    status.textContent = commune.note ?? `${commune.label}, choisie.`;
    close();
  }

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }
}
