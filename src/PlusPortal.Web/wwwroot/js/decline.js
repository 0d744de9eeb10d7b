// Comfort only: puts the sentence of the chosen reason into the word for the structure, until somebody writes another.
const sentences = document.querySelector("[data-sentences]");
const field = document.querySelector(`[name="${sentences.dataset.sentences}"]`);
const ours = new Map([...sentences.children].map((line) => [line.dataset.reason, line.textContent]));
let last = field.value;
for (const choice of document.querySelectorAll('input[type="radio"]')) {
  choice.addEventListener("change", () => {
    if (!ours.has(choice.value) || field.value !== last) return;
    field.value = ours.get(choice.value);
    last = field.value;
    field.dispatchEvent(new Event("input"));
  });
}
