import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Address, addressIn, inbox, inboxPage, smtp } from '../src/index.ts';

/**
 * A mail server that speaks just enough of RFC 5321, and takes no recipient at `refused.example`. It hangs up on a
 * message that says so, and takes none that says `spam`.
 */
async function mailServer() {
  const heard: string[] = [];
  const server = createServer((socket: Socket) => {
    const say = (line: string) => socket.write(`${line}\r\n`);
    let inData = false;
    let isGoing = false;
    let answer = '250 taken';
    say('220 mail.example');
    // A client that has heard enough hangs up.
    socket.on('error', () => {});
    const lines = createInterface({ input: socket });
    lines.on('error', () => {});
    lines.on('line', (line) => {
      heard.push(line);
      if (inData) {
        if (line === 'hang up') isGoing = true;
        if (line === 'spam') answer = '554 no spam';
        if (line !== '.') return;
        inData = false;
        return isGoing ? void socket.destroy() : say(answer);
      }
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'DATA') {
        inData = true;
        return say('354 go on');
      }
      if (verb === 'QUIT') return say('221 bye');
      if (line.includes('refused.example')) return say(`550 no <${line}> here`);
      return say('250 ok');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return { heard, url: `smtp://127.0.0.1:${port}` };
}

const address = (typed: string) => addressIn(typed) as Address;
const from = 'Harbour Market <post@harbour.example>';

describe('mail over SMTP', () => {
  it('hands a message over, in any script', async () => {
    const { heard, url } = await mailServer();
    const mail = smtp({ url, from, allowClear: true });
    await mail.send({
      to: address('mei@example.net'),
      subject: '请确认您的邮箱',
      text: '链接：\n\nx',
    });
    mail.close();
    const said = heard.join('\n');
    expect(said).toContain('RCPT TO:<mei@example.net>');
    expect(said).toContain('MAIL FROM:<post@harbour.example>');
    expect(said).toMatch(/^Subject: =\?UTF-8\?/m);
  });

  it('says of a server that refuses no more than that: its answer repeats the address', async () => {
    const { url } = await mailServer();
    const mail = smtp({ url, from, allowClear: true });
    const message = { to: address('mei@refused.example'), subject: 's', text: 't' };
    const fault = await mail.send(message).catch((problem: unknown) => problem);
    mail.close();
    expect(String(fault)).toBe('MailRefused: the mail server did not take the message');
    expect(fault).toMatchObject({ isForGood: true });
    expect((fault as Error).cause).toBeUndefined();
  });

  it('tells a server that hung up on a whole message from one that took none of it', async () => {
    const { url } = await mailServer();
    const mail = smtp({ url, from, allowClear: true });
    const sent = (text: string, to = 'mei@example.net') =>
      mail.send({ to: address(to), subject: 's', text }).catch((problem: Error) => problem.name);
    expect(await sent('hang up')).toBe('MailUnanswered');
    expect(await sent('spam')).toBe('MailRefused');
    const nobody = smtp({ url: 'smtp://127.0.0.1:1', from, allowClear: true });
    const message = { to: address('mei@example.net'), subject: 's', text: 't' };
    await expect(nobody.send(message)).rejects.toMatchObject({ name: 'MailRefused' });
    expect(await sent('t')).toBeUndefined();
  });

  it('goes over no connection that is not encrypted, unless that was said', async () => {
    const { heard, url } = await mailServer();
    const mail = smtp({ url, from });
    const message = { to: address('mei@example.net'), subject: 's', text: 't' };
    await expect(mail.send(message)).rejects.toThrow('did not take');
    mail.close();
    expect(heard.join('\n')).not.toContain('mei@example.net');
  });
});

describe('the inbox', () => {
  it('shows what was sent, escaped, with its links', async () => {
    const mail = inbox(() => 0);
    const text = 'Open <this>:\n\nhttps://harbour.example/join/confirm?token=abc';
    await mail.send({ to: address('mei@example.net'), subject: 'A & B', text });
    const answer = await inboxPage(mail, 'development').fetch(
      new Request('http://localhost/inbox'),
    );
    const html = await answer.text();
    expect(html).toContain('A &amp; B');
    expect(html).toContain('Open &lt;this&gt;');
    expect(html).toContain('<a href="https://harbour.example/join/confirm?token=abc">');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('is not made in production', () => {
    expect(() => inboxPage(inbox(), 'production')).toThrow(RangeError);
  });
});

describe('an address', () => {
  it.each([
    ['Mei.Lin@Example.NET', 'Mei.Lin@example.net'],
    [' mei@example.net ', 'mei@example.net'],
    ['mei+harbour@example.net', 'mei+harbour@example.net'],
    ['美@例子.中国', '美@xn--fsqu00a.xn--fiqs8s'],
  ])('is taken as it was typed: %s', (typed, taken) => {
    expect(addressIn(typed)).toBe(taken);
  });

  it.each([
    ...['', 'mei', 'mei@', '@example.net', 'mei@example', 'a@b@example.net', 'mei lin@example.net'],
    ...['mei@example.net\nBcc: all@example.net', 'mei,lan@example.net', '"mei"@example.net'],
    ...['.mei@example.net', 'me..i@example.net', `${'m'.repeat(65)}@example.net`, 'mei@-x.net'],
    ...[null, 7, {}],
  ])('is refused if it is none: %s', (typed) => {
    expect(addressIn(typed)).toBeUndefined();
  });
});
