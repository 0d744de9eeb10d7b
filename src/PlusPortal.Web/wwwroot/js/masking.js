// Comfort only: adds what is selected in a text of the request to the passages to mask, one a line.
const place = document.querySelector("[data-add-selection]");
const field = document.getElementById(place.dataset.addSelection);
const button = document.createElement("button");
button.type = "button";
button.className = "btn btn-secondary";
button.textContent = "Ajouter le texte sélectionné";
const status = document.createElement("span");
status.setAttribute("role", "status");
place.append(button, status);
place.hidden = false;

// A press on the button may end the selection: the last one is remembered.
let selected = "";
document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  const text = selection.toString().replace(/\s+/g, " ").trim();
  const within = selection.anchorNode?.parentElement?.closest(".maskable, .quote");
  if (text && within) selected = text;
});

button.addEventListener("click", () => {
  if (!selected) {
    status.textContent = "Sélectionnez d’abord un passage dans un texte de la demande.";
    return;
  }
  field.value = field.value.trim() ? `${field.value.trimEnd()}\n${selected}` : selected;
  status.textContent = `Ajouté : « ${selected} »`;
  selected = "";
});
