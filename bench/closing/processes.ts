import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Ask, Begin } from './message.ts';

/** A server process, asked one thing at a time. */
export interface Process {
  ask<A>(said: Ask): Promise<A>;
  close(): Promise<void>;
}

/** Starts a server process; resolves once it has opened the stores. */
export async function startProcess(begin: Begin): Promise<Process> {
  const child = fork(join(import.meta.dirname, 'server.ts'), [JSON.stringify(begin)]);
  await answerOf(child);
  return {
    ask(said) {
      const answer = answerOf(child);
      child.send(said);
      return answer as Promise<never>;
    },
    async close() {
      const exit = once(child, 'exit');
      child.send({ ask: 'close' } satisfies Ask);
      await exit;
    },
  };
}

/** The next answer; rejects if the process ends before it. */
async function answerOf(child: ChildProcess): Promise<unknown> {
  const waiting = new AbortController();
  const { signal } = waiting;
  const ended = once(child, 'exit', { signal }).then(() => {
    throw new Error('a server process ended by itself');
  });
  ended.catch(() => undefined);
  const [message] = await Promise.race([once(child, 'message', { signal }), ended]);
  waiting.abort();
  return (message as { readonly answered: unknown }).answered;
}
