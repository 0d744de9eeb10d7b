// A mail server that takes every message and keeps none: the file that it is given holds a line for each, its recipients.
//   node tests/scripts/smtp-sink.mjs PORT FILE
import net from 'node:net';
import { appendFileSync, writeFileSync } from 'node:fs';

const [port, file] = process.argv.slice(2);
writeFileSync(file, '');
net.createServer((socket) => {
  let recipients = [];
  let inside = false;
  let rest = '';
  const say = (line) => socket.write(`${line}\r\n`);
  say('220 sink');
  socket.setEncoding('utf8').on('error', () => {}).on('data', (text) => {
    const lines = (rest + text).split('\r\n');
    rest = lines.pop();
    for (const line of lines) {
      const verb = line.slice(0, 4).toUpperCase();
      if (inside) {
        if (line !== '.') continue;
        inside = false;
        appendFileSync(file, `${recipients.join(' ')}\n`);
        recipients = [];
        say('250 taken');
      } else if (verb === 'RCPT') recipients.push(line.slice(8)) && say('250 ok');
      else if (verb === 'DATA') (inside = true) && say('354 go on');
      else if (verb === 'QUIT') say('221 bye') && socket.end();
      else say('250 ok');
    }
  });
}).listen(Number(port), '127.0.0.1');
