// Comfort only: a button that copies a text of the page. Without it the text can be selected.
for (const field of document.querySelectorAll("textarea[data-copy]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn btn-secondary";
  button.textContent = field.dataset.copy;
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  const line = document.createElement("p");
  line.className = "actions";
  line.append(button, status);
  field.after(line);
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      status.textContent = "Copié.";
    } catch {
      status.textContent = document.execCommand("copy") ? "Copié." : "Le texte est sélectionné : copiez-le avec le clavier.";
    }
  });
}
