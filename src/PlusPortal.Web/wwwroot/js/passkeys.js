// Passkeys (WebAuthn): asks the browser for one and sends what it answers with the form. Where the browser knows none, the
// forms stay hidden: codes and passwords work without script.
if (window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      if (credentialOf(form).value) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      ask(form, event.submitter);
    }, { capture: true });
  }
}

async function ask(form, button) {
  const problem = form.querySelector("[data-passkey-problem]");
  problem.textContent = "";
  try {
    const answer = await fetch(form.dataset.options, { method: "POST", body: new FormData(form), credentials: "same-origin" });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const json = await answer.json();
    const credential = form.dataset.passkey === "create"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(json) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(json) });
    credentialOf(form).value = JSON.stringify(credential.toJSON());
    form.requestSubmit(button);
  } catch (failure) {
    problem.textContent = failure.name === "InvalidStateError"
      ? "Cet appareil a déjà une clé d’accès pour ce compte."
      : "La clé d’accès n’a pas été utilisée. Réessayez, ou choisissez un autre moyen.";
  }
}

// Back from another page: what was answered before is worth nothing any more.
window.addEventListener("pageshow", () => {
  for (const field of document.querySelectorAll("form[data-passkey] [name$=Credential]")) field.value = "";
});

function credentialOf(form) {
  return form.querySelector("[name$=Credential]");
}
