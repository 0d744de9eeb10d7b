// Sends requests through the real form, page after page, as visitors do, and does not give up: a page that fails is asked
// for again, as a person reloads it. Used by the scripts beside it.
//   node submissions.mjs ADDRESS HOW_MANY AT_ONCE FILE
// FILE gets a line for each confirmation that was shown: draft, name of the structure, how often a page had to be asked for again.
import { appendFileSync } from 'node:fs';

const [address, count, atOnce, file] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4]), process.argv[5]];
const run = Date.now().toString(36);
const texts = {
  Commune: 'Toul', Title: 'Trouver un modèle durable', ContactName: 'Camille Inventée',
  Need: 'Nous dépendons d’une seule subvention et cherchons à diversifier nos recettes.',
};
// No telephone, nothing urgent, the way in which PLUS chooses.
const preferred = /^(email|mail|courriel|no|non|false|PlusChooses)$/i;
const troubles = {};
const longest = { answered: 0, refused: 0 };
let next = 0, confirmed = 0, begun = 0;

const pause = ms => new Promise(done => setTimeout(done, ms));
const attribute = (tag, name) => tag.match(new RegExp(`\\s${name}="([^"]*)"`))?.[1]?.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&');

class Visitor {
  cookies = new Map();
  again = 0;

  // One answer, redirects followed; null when there was none or it was a refusal of the moment.
  async ask(path, body) {
    const startedAt = performance.now();
    try {
      for (let hop = 0; hop < 10; hop++) {
        const answer = await fetch(address + path, {
          method: body ? 'POST' : 'GET', body, redirect: 'manual', signal: AbortSignal.timeout(60_000),
          headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '), 'x-forwarded-proto': 'https' },
        });
        for (const cookie of answer.headers.getSetCookie()) {
          const [, name, value] = cookie.match(/^([^=]+)=([^;]*)/);
          this.cookies.set(name, value);
        }
        const html = await answer.text();
        if (answer.status >= 300 && answer.status < 400) {
          [path, body] = [new URL(answer.headers.get('location'), address).pathname, undefined];
          continue;
        }
        const taken = performance.now() - startedAt;
        if (answer.status === 200 || answer.status === 400) {
          longest.answered = Math.max(longest.answered, taken);
          return { path, html, status: answer.status };
        }
        longest.refused = Math.max(longest.refused, taken);
        return this.trouble(`status ${answer.status}`);
      }
    } catch (failure) {
      return this.trouble(failure.cause?.code ?? failure.name);
    }
    return this.trouble('too many redirects');
  }

  trouble(kind) {
    troubles[kind] = (troubles[kind] ?? 0) + 1;
    this.again++;
    return null;
  }
}

// The form with the button of a step, filled: the first choice of each group, texts by their name.
function fill(html, structure) {
  const form = html.split(/<form\b/).slice(1).map(part => part.slice(0, part.indexOf('</form>'))).find(part => /Continuer|Envoyer ma demande|Commencer/.test(part));
  if (!form) return null;
  const fields = new URLSearchParams();
  for (const [tag] of form.matchAll(/<(?:input|textarea|select)\b[^>]*>/g)) {
    const [name, type, value] = [attribute(tag, 'name'), attribute(tag, 'type') ?? 'text', attribute(tag, 'value') ?? ''];
    if (!name || name === 'Website') continue;
    if (type === 'hidden') fields.append(name, value);
    else if (type === 'radio') { if (!fields.has(name) || preferred.test(value)) fields.set(name, value); }
    else if (type === 'checkbox') { if (name === 'Themes' ? !fields.has(name) : name === 'Consent') fields.set(name, value || 'true'); }
    else if (name === 'StructureName') fields.set(name, structure);
    else if (name === 'Email') fields.set(name, `${structure.toLowerCase().replaceAll(' ', '-')}@example.org`);
    else fields.set(name, texts[name] ?? '');
  }
  return { action: attribute(form, 'action'), fields };
}

async function submit(structure) {
  const visitor = new Visitor();
  let page = null, draft = null, begunAt = 0;
  for (let answered = 0; answered < 60;) {
    page ??= await visitor.ask(draft ? `/demande/${draft}` : '/demande');
    if (!page) { await pause(200 + Math.random() * 300); continue; }
    answered++;
    const opened = page.path.match(/^\/demande\/([0-9a-f-]{36})/)?.[1];
    if (opened && !draft) begunAt = performance.now();
    draft = opened ?? draft;
    if (page.path.endsWith('/confirmation')) {
      appendFileSync(file, `${draft}\t${structure}\t${visitor.again}\n`);
      confirmed++;
      return;
    }
    const form = fill(page.html, structure);
    if (!form) throw new Error(`No form on ${page.path}`);
    if (!draft) begun++;
    // The portal takes whoever fills everything in within twenty seconds for a machine, and writes to nobody.
    if (form.fields.has('Consent')) await pause(Math.max(0, 21_000 - (performance.now() - begunAt)));
    const answer = await visitor.ask(form.action || page.path, form.fields);
    if (answer?.status === 400) throw new Error(`${page.path} was refused:\n${answer.html.match(/<div[^>]*error-summary[\s\S]*?<\/div>/)?.[0] ?? answer.html.slice(0, 2000)}`);
    page = answer;
  }
  throw new Error(`${structure} never came to its end: ${page?.path ?? "no answer"} ${JSON.stringify(troubles)}`);
}

async function work() {
  while (next < count) await submit(`Essai ${run} ${String(next++).padStart(5, '0')}`);
}

const startedAt = performance.now();
await Promise.all(Array.from({ length: atOnce }, work));
const seconds = (performance.now() - startedAt) / 1000;
console.log(`${confirmed} confirmations in ${seconds.toFixed(0)} s, ${begun} drafts begun; pages asked for again: ${JSON.stringify(troubles)}; longest answer ${(longest.answered / 1000).toFixed(2)} s, longest refusal ${(longest.refused / 1000).toFixed(2)} s`);
