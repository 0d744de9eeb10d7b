// A real mail server for the tests: speaks SMTP on the loopback, says what happens on its standard output, one JSON
// value a line. Ends when its standard input closes, so that it never outlives the tests.
// usage: node smtp-server.cjs [port]   (0 or nothing: a free port)
const { SMTPServer } = require('smtp-server');

const say = (value) => process.stdout.write(JSON.stringify(value) + '\n');
const refuse = (code, text) => Object.assign(new Error(text), { responseCode: code });

const server = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onRcptTo(address, session, done) {
    if (address.address.startsWith('refused-for-good')) return done(refuse(550, `No mailbox ${address.address}`));
    if (address.address.startsWith('refused-for-now')) return done(refuse(450, `Try later, ${address.address}`));
    return done();
  },
  onData(stream, session, done) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      say({
        from: session.envelope.mailFrom.address,
        to: session.envelope.rcptTo.map((recipient) => recipient.address),
        content: Buffer.concat(chunks).toString('base64'),
      });
      done();
    });
  },
});

server.on('error', (error) => say({ error: String(error) }));
server.listen(Number(process.argv[2] || 0), '127.0.0.1', () => say({ port: server.server.address().port }));
// Whoever writes a line is answered once everything received before has been said.
process.stdin.on('data', () => say({ echo: true })).on('end', () => process.exit(0));
