// Comfort only: every page works without this file.
const summary = document.querySelector(".error-summary");
if (summary) summary.focus();

// A second click on a submit button while the first is on its way would only send the same thing again.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "true";
    window.setTimeout(() => delete form.dataset.sent, 5000);
  });
}
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

for (const field of document.querySelectorAll("textarea[data-counter]")) {
  const limit = Number(field.dataset.counter);
  const counter = document.createElement("p");
  counter.className = "field__counter";
  counter.setAttribute("aria-live", "polite");
  field.after(counter);
  const show = () => {
    const left = limit - field.value.replaceAll("\r\n", "\n").length;
    counter.textContent = left >= 0
      ? `Il vous reste ${left.toLocaleString("fr-FR")} caractères.`
      : `${(-left).toLocaleString("fr-FR")} caractères de trop.`;
  };
  field.addEventListener("input", show);
  show();
}
