import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { asPersonId } from 'avow';
import type { Place } from '../place.ts';
import { type EngineName, engines } from './engines.ts';
import type { Served } from './serve.ts';

/** Reading a person's telephone number and correcting their address, the people told by number. */
export interface Access {
  readonly people: number;
  /** To be called before a round: a server closes connections that have been idle for some seconds. */
  reconnect(): void;
  phone(index: number): Promise<string | undefined>;
  address(index: number): Promise<string | undefined>;
  move(index: number, address: string): Promise<void>;
  close(): Promise<void>;
}

let moves = 0;

/** An engine in this process, by calls. */
export async function inProcess(name: EngineName, place: Place, count: number): Promise<Access> {
  const { avow, people } = await engines[name](place, count);
  async function read(index: number, category: 'contact.phone' | 'contact.address') {
    const categories = [category];
    const read = await avow.act('use', { person: people[index]!, purpose: 'account', categories });
    return read.permitted ? read.value.values[category] : undefined;
  }
  return {
    people: people.length,
    reconnect: () => undefined,
    phone: (index) => read(index, 'contact.phone'),
    address: (index) => read(index, 'contact.address'),
    async move(index, address) {
      const fields = { 'contact.address': address };
      const idempotencyKey = `move-${moves++}`;
      const moved = await avow.correct({ person: people[index]!, fields, idempotencyKey });
      if (!moved.permitted) throw new Error(`refused by ${moved.sentence}`);
    },
    close: () => avow.close(),
  };
}

/** An engine behind the server in a process of its own, over connections that are kept. */
export async function overHttp(name: EngineName, place: Place, count: number): Promise<Access> {
  const child = fork(join(import.meta.dirname, 'serve.ts'), [
    name,
    JSON.stringify(place),
    String(count),
  ]);
  const { url, key, people } = await told(child);
  let agent = connections();
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };

  async function ask(method: string, path: string, body: unknown, more = {}) {
    const content = JSON.stringify(body);
    const length = { 'content-length': Buffer.byteLength(content) };
    const asking = request(`${url}${path}`, {
      method,
      agent,
      headers: { ...headers, ...length, ...more },
    });
    asking.end(content);
    const [response] = await once(asking, 'response');
    const answer = JSON.parse(await text(response));
    if (response.statusCode !== 200 || !answer.permitted) throw new Error(JSON.stringify(answer));
    return answer;
  }

  async function read(index: number, category: string): Promise<string | undefined> {
    const body = { person: people[index], purpose: 'account', categories: [category] };
    return (await ask('POST', '/v1/acts/use', body)).value.values[category];
  }

  return {
    people: people.length,
    reconnect() {
      agent.destroy();
      agent = connections();
    },
    phone: (index) => read(index, 'contact.phone'),
    address: (index) => read(index, 'contact.address'),
    async move(index, address) {
      const body = { fields: { 'contact.address': address } };
      const path = `/v1/subjects/${asPersonId(people[index]!)}/fields`;
      await ask('PATCH', path, body, { 'idempotency-key': `move-${moves++}` });
    },
    async close() {
      agent.destroy();
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}

/** One connection for each client, kept from one question to the next. */
function connections(): Agent {
  return new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
}

/** What the child tells once it serves; rejects if it ends before that. */
async function told(child: ChildProcess): Promise<Served> {
  const ended = once(child, 'exit').then(() => {
    throw new Error('the server ended before it served');
  });
  const [served] = await Promise.race([once(child, 'message'), ended]);
  return served as Served;
}
