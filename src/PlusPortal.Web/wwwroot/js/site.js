// Comfort only: every page works without this file.
document.querySelector(".error-summary")?.focus();

for (const form of document.querySelectorAll("form[method=post]")) guard(form);
for (const field of document.querySelectorAll("textarea[data-counter]")) count(field);

// A second press while the first is on its way would only send the same thing again. The button says that it works, and
// is never disabled: without this script, or if the answer is lost, it still sends.
function guard(form) {
  const status = document.createElement("p");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  let timers = [];
  const restore = () => {
    timers.forEach((timer) => window.clearTimeout(timer));
    timers = [];
    delete form.dataset.sent;
    status.textContent = "";
    for (const button of form.querySelectorAll("button[aria-busy]")) {
      button.innerHTML = button.dataset.words;
      button.removeAttribute("aria-busy");
    }
  };
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "true";
    form.append(status); // before its words, or they would not be said
    const button = event.submitter;
    timers.push(window.setTimeout(() => {
      status.textContent = "Envoi en cours…";
      if (!button?.classList.contains("btn")) return;
      button.dataset.words = button.innerHTML;
      button.setAttribute("aria-busy", "true");
      button.textContent = "Envoi en cours…";
    }, 400), window.setTimeout(restore, 15000));
  });
  window.addEventListener("pageshow", restore);
}

// What is left to write, as stored: a line break counts one. Said aloud near the limit only, once the person pauses.
function count(field) {
  const limit = Number(field.dataset.counter);
  const shown = document.createElement("p");
  shown.className = "field__counter";
  const spoken = document.createElement("p");
  spoken.className = "visually-hidden";
  spoken.setAttribute("role", "status");
  field.after(shown, spoken);
  let pause = 0;
  const show = () => {
    const left = limit - lengthOf(field.value);
    const number = Math.abs(left).toLocaleString("fr-FR");
    const plural = Math.abs(left) > 1 ? "s" : "";
    shown.textContent = left >= 0 ? `Il vous reste ${number} caractère${plural}.` : `${number} caractère${plural} de trop.`;
    shown.classList.toggle("field__counter--over", left < 0);
    window.clearTimeout(pause);
    if (left < limit / 10) pause = window.setTimeout(() => { spoken.textContent = shown.textContent; }, 1000);
    else spoken.textContent = "";
  };
  field.addEventListener("input", show);
  show();
}

// As the server counts what it keeps (VisibleText of the domain): characters, not their halves, without the spaces around,
// and nothing for what nobody sees.
function lengthOf(text) {
  const kept = text
    .replace(/\r\n?|[\v\f\x85\u2028\u2029]/g, "\n")
    .replace(/\u2800/g, " ")
    .replace(/(?![\t\n\uFE0E\uFE0F])[\p{Cc}\p{Cf}\p{Cs}\p{DI}\p{NChar}]/gu, "")
    .replace(/([\p{So}\p{Sm}]?)[\uFE0E\uFE0F]/gu, (all, symbol) => symbol && all)
    .replace(/([\p{Mn}\p{Me}]{10})[\p{Mn}\p{Me}]+/gu, "$1");
  return [...kept.normalize("NFC").trim()].length;
}
