// Sends a form with what is known and with what is unknown, alternately, and compares the medians. Used by the script beside it.
//   node timing.mjs ADDRESS WHAT TRIES ACCOUNT ADDRESS_OF_REQUESTS
// Ends with 1 when they differ by more than 10 ms, or when the answers themselves do.
import http from 'node:http';

const [address, what, tries, account, email] = [process.argv[2], process.argv[3], Number(process.argv[4]), process.argv[5], process.argv[6]];
const most = 10, warmUp = 20;
const reference = number => `PLUS-2025-${String(number).padStart(6, '0')}`;
const nobody = number => `personne${number}@example.org`;
const pages = {
  'sign-in': { path: '/compte/connexion', known: number => ({ Email: account, Password: `faux mot de passe ${number}` }), unknown: number => ({ Email: nobody(number), Password: `faux mot de passe ${number}` }) },
  'lost-link': { path: '/suivi', known: number => ({ Reference: reference(number + 1), Email: email }), unknown: number => ({ Reference: `PLUS-2024-${String(number + 1).padStart(6, '0')}`, Email: email }) },
  reset: { path: '/compte/mot-de-passe-oublie', known: () => ({ Email: account }), unknown: number => ({ Email: nobody(number) }) },
};
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
let clients = 0;

const ask = (path, headers = {}, body) => new Promise((done, fail) => {
  const client = ++clients;
  const from = `10.${client >> 16 & 255}.${client >> 8 & 255}.${client & 255}`;
  const startedAt = performance.now();
  const question = http.request(address + path, { agent, method: body ? 'POST' : 'GET', headers: { 'x-forwarded-for': from, 'x-forwarded-proto': 'https', ...headers } }, answer => {
    let text = '';
    answer.setEncoding('utf8').on('data', part => { text += part; }).on('end', () => done({ status: answer.statusCode, headers: answer.headers, text, taken: performance.now() - startedAt }));
  });
  question.on('error', fail).end(body);
});

const page = pages[what];
if (!page) throw new Error(`${what} is none of ${Object.keys(pages).join(', ')}`);
const form = await ask(page.path);
if (form.status === 404) {
  console.log(`skipped  ${what}: there is no page ${page.path}`);
  process.exit(0);
}
const token = form.text.match(/name="__RequestVerificationToken" type="hidden" value="([^"]+)"/)[1];
const cookie = form.headers['set-cookie'].map(line => line.split(';')[0]).join('; ');
const send = fields => ask(page.path, { cookie, 'content-type': 'application/x-www-form-urlencoded' }, new URLSearchParams({ __RequestVerificationToken: token, ...fields }).toString());

const times = { known: [], unknown: [] }, answers = { known: new Set(), unknown: new Set() };
for (let number = 0; number < tries + warmUp; number++) {
  // Who comes first changes at random: what one leaves behind for the other is shared fairly.
  for (const kind of Math.random() < 0.5 ? ['known', 'unknown'] : ['unknown', 'known']) {
    const answer = await send(page[kind](number));
    answers[kind].add(`${answer.status} ${answer.headers.location ?? ''}`);
    if (number >= warmUp) times[kind].push(answer.taken);
  }
}

const at = (list, part) => list.toSorted((one, other) => one - other)[Math.floor((list.length - 1) * part)];
const [known, unknown] = [at(times.known, 0.5), at(times.unknown, 0.5)];
const told = kind => `${at(times[kind], 0.5).toFixed(2)} ms (9 of 10 within ${at(times[kind], 0.9).toFixed(2)})`;
const same = [...answers.known].sort().join() === [...answers.unknown].sort().join();
const holds = Math.abs(known - unknown) <= most && same;
console.log(`${holds ? 'ok      ' : 'failed  '} ${what}: known ${told('known')}, unknown ${told('unknown')}, difference ${Math.abs(known - unknown).toFixed(2)} ms, ${tries} of each${same ? '' : `; the answers differ: ${[...answers.known]} and ${[...answers.unknown]}`}`);
process.exit(holds ? 0 : 1);
