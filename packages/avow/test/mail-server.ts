import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

/** A mail server that a test looks into. */
export interface MailServer {
  readonly port: number;
  /** To whom it took a message, in the order in which it did. */
  readonly taken: string[];
  /** What it took, whole. */
  readonly letters: string[];
}

/**
 * A mail server that speaks just enough of RFC 5321. It takes nobody at `gone.example` for good and, while
 * `isBusy`, nobody at all for now; `onTaken` is called when a message is its own, before it says so, and
 * where `hangsUp` it never does.
 */
export async function mailServer(
  does: { isBusy?(): boolean; onTaken?(count: number): void; hangsUp?(): boolean } = {},
): Promise<MailServer> {
  const taken: string[] = [];
  const letters: string[] = [];
  const server = createServer((socket: Socket) => {
    const say = (line: string) => socket.write(`${line}\r\n`);
    let letter: string[] | undefined;
    let to = '';
    say('220 mail.example');
    // A client that has heard enough hangs up, or is killed.
    socket.on('error', () => {});
    const lines = createInterface({ input: socket });
    lines.on('error', () => {});
    lines.on('line', (line) => {
      if (letter !== undefined) {
        if (line !== '.') return void letter.push(line);
        letters.push(letter.join('\n'));
        letter = undefined;
        taken.push(to);
        does.onTaken?.(taken.length);
        if (does.hangsUp?.()) return void socket.destroy();
        return say('250 taken');
      }
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'QUIT') return say('221 bye');
      if (verb === 'RCPT') {
        to = /<(.*)>/.exec(line)?.[1] ?? '';
        if (does.isBusy?.()) return say('451 not now');
        if (to.endsWith('@gone.example')) return say('550 nobody of that name');
      }
      if (verb === 'DATA') {
        letter = [];
        return say('354 go on');
      }
      return say('250 ok');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { port: (server.address() as AddressInfo).port, taken, letters };
}
