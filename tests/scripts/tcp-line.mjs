// A line between the portal and a server that it needs, told by its standard input: open, hold (the server takes connections
// and never answers), cut (connections end and new ones are refused), slow MILLISECONDS (each answer comes later).
//   node tcp-line.mjs PORT SERVER_PORT
import net from 'node:net';
import readline from 'node:readline';

const [port, serverPort] = process.argv.slice(2).map(Number);
let state = 'open', delay = 0;
const pairs = new Set();
const waiting = new Set();
const flows = () => (state === 'hold' ? new Promise(done => waiting.add(done)) : Promise.resolve());

function pass(from, to, isAnswer) {
  from.on('data', async bytes => {
    from.pause();
    await flows();
    if (isAnswer && delay) await new Promise(done => setTimeout(done, delay));
    if (!to.destroyed && !to.write(bytes)) await new Promise(done => to.once('drain', done).once('close', done));
    from.resume();
  });
  from.on('end', () => to.end());
}

const server = net.createServer({ pauseOnConnect: true }, async near => {
  near.on('error', () => {});
  await flows();
  if (near.destroyed) return;
  const far = net.connect(serverPort, '127.0.0.1');
  const pair = [near, far];
  pairs.add(pair);
  for (const [one, other] of [[near, far], [far, near]]) {
    one.setNoDelay(true);
    one.on('error', () => {});
    one.on('close', () => { other.destroy(); pairs.delete(pair); });
  }
  pass(near, far, false);
  pass(far, near, true);
  near.resume();
});

readline.createInterface({ input: process.stdin }).on('line', line => {
  const [word, figure] = line.split(' ');
  if (word === 'cut') {
    server.close();
    for (const [near, far] of pairs) { near.destroy(); far.destroy(); }
  } else if (state === 'cut') server.listen(port, '127.0.0.1');
  delay = word === 'slow' ? Number(figure) : 0;
  state = word;
  if (word !== 'hold') { for (const done of waiting) done(); waiting.clear(); }
}).on('close', () => process.exit());

server.listen(port, '127.0.0.1', () => console.log('ready'));
