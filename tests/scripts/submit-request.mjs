// Fills the request form as an association of Toul would, page after page, and sends it; prints the reference.
//   node tests/scripts/submit-request.mjs ADDRESS PUBLIC_ADDRESS     the portal, and the address that its proxy would tell it
import http from 'node:http';

const [address, publicAddress] = process.argv.slice(2);
const cookies = new Map();
const began = Date.now();
const leastSeconds = 21; // Who is quicker is taken for a program: SubmitOrientation.LeastTime.

// What is chosen or ticked wherever it stands, the first that a group has; what is written, by the label of the field.
const choices = ['Développer', 'Une activité à consolider', 'Association loi 1901', 'Culture et patrimoine', '1 à 2', 'Modèle économique', 'Non', 'Par courriel', 'PLUS choisit les interlocuteurs', "J'accepte que PLUS utilise"];
const texts = { 'Nom de la structure': 'Les Essais imaginaires', Commune: 'Toul', Titre: 'Trouver un modèle durable', 'Votre besoin': 'Nous dépendons d’une seule subvention et cherchons à diversifier nos recettes.', 'Prénom et nom': 'Camille Inventée', 'Adresse e-mail': 'camille@example.org' };

function ask(method, path, form) {
  const body = form?.toString();
  const { host } = new URL(publicAddress);
  const headers = { Host: host, 'X-Forwarded-Proto': new URL(publicAddress).protocol.slice(0, -1), Cookie: [...cookies].map((pair) => pair.join('=')).join('; ') };
  if (body) Object.assign(headers, { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body), Origin: publicAddress });
  return new Promise((resolve, reject) => {
    const request = http.request(new URL(path, address), { method, headers }, (response) => {
      let html = '';
      for (const line of response.headers['set-cookie'] ?? []) cookies.set(...line.split(';')[0].split(/=(.*)/s).slice(0, 2));
      response.setEncoding('utf8').on('data', (part) => (html += part)).on('end', () => {
        const to = response.headers.location;
        resolve(to ? ask('GET', new URL(to, new URL(path, publicAddress)).pathname) : { path, html, status: response.statusCode });
      });
    });
    request.on('error', reject).end(body);
  });
}

const plain = (html) => html.replace(/<[^>]*>/g, ' ').replace(/&#(x?)([0-9a-f]+);/gi, (_, hex, code) => String.fromCodePoint(parseInt(code, hex ? 16 : 10))).replace(/&amp;/g, '&').replace(/&quot;/g, '"').replace(/[\s\u00A0]+/g, ' ').trim();
const of = (tag, name) => plain(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '');

function fill(page, button) {
  const form = page.html.match(/<form\b[\s\S]*?<\/form>/g)?.find((one) => [...one.matchAll(/<button\b[^>]*>([\s\S]*?)<\/button>/g)].some((found) => plain(found[1]).startsWith(button)));
  if (!form) throw new Error(`${page.path} (${page.status}) has no button « ${button} »: ${plain(page.html.match(/<main[\s\S]*?<\/main>/)?.[0] ?? page.html).slice(0, 400)}`);
  const labels = new Map([...form.matchAll(/<label\b([^>]*)>([\s\S]*?)<\/label>/g)].map((found) => [of(found[1], 'for'), plain(found[2])]));
  const data = new URLSearchParams();
  const chosen = new Set();
  for (const [tag, , kind] of form.matchAll(/<(input|textarea)\b(?:[^>]*\btype="([a-z]+)")?[^>]*>/g)) {
    const [name, label, value] = [of(tag, 'name'), labels.get(of(tag, 'id')) ?? '', of(tag, 'value')];
    if (kind === 'hidden') data.append(name, value);
    else if (kind === 'radio' || kind === 'checkbox') {
      if (!chosen.has(name) && choices.some((choice) => label.startsWith(choice))) { chosen.add(name); data.append(name, value || 'true'); }
    } else data.append(name, Object.entries(texts).find(([known]) => label.startsWith(known))?.[1] ?? value);
  }
  const action = of(form.match(/<form\b[^>]*>/)[0], 'action') || page.path;
  return ask('POST', action, data);
}

let page = await fill(await ask('GET', '/demande'), 'Commencer');
for (let steps = 0; !page.path.endsWith('/verification'); steps++) {
  if (steps > 30) throw new Error(`The form never ends; it stands at ${page.path}`);
  page = await fill(page, 'Continuer');
}
await new Promise((resolve) => setTimeout(resolve, Math.max(0, leastSeconds * 1000 - (Date.now() - began))));
page = await fill(page, 'Envoyer ma demande');
const reference = /class="reference">([^<]+)</.exec(page.html)?.[1];
if (!reference) throw new Error(`Not sent; it stands at ${page.path}: ${plain(page.html).slice(0, 600)}`);
console.log(reference);
