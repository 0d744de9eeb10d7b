// Says before a session ends, and goes on with it when asked. Nothing is sent away: what is typed stays in the page.
const WARN_SECONDS = 300;
const box = document.querySelector("[data-session-idle]");
const words = box.querySelector("[data-session-words]");
const form = box.querySelector("form");
const last = Date.now() + 1000 * Number(box.dataset.sessionLongest);
let end = ending();
let said = "";

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  event.stopImmediatePropagation();
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), credentials: "same-origin", redirect: "manual" });
    if (answer.status === 204) end = ending();
  } catch {
    // Offline for a moment: the button stays.
  }
  look();
}, { capture: true });

window.setInterval(look, 5000);
document.addEventListener("visibilitychange", look);
look();

function ending() {
  return Math.min(last, Date.now() + 1000 * Number(box.dataset.sessionIdle));
}

function look() {
  const left = Math.round((end - Date.now()) / 1000);
  box.hidden = left > WARN_SECONDS;
  if (box.hidden) {
    said = "";
    return;
  }
  form.hidden = left <= 0 || end >= last;
  const minutes = Math.max(1, Math.ceil(left / 60));
  say(left <= 0
    ? "Votre session est terminée. Ce que vous avez écrit reste dans cette page : connectez-vous dans un autre onglet, puis envoyez."
    : end >= last
      ? `Votre session se termine dans ${minutes} minute${minutes > 1 ? "s" : ""} et ne peut pas être prolongée : envoyez ce que vous avez écrit, puis connectez-vous de nouveau.`
      : `Sans action de votre part, votre session se termine dans ${minutes} minute${minutes > 1 ? "s" : ""}.`);
}

// Said again only when it changes.
function say(text) {
  if (text === said) return;
  said = text;
  words.textContent = text;
}
