import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Side } from './side.ts';

/** A process with the library in it, until it is let go of. */
export interface ProcessSide extends Side {
  /** Resolves to its exit code, when all that it did is in the log. */
  stop(): Promise<number>;
  kill(): void;
}

interface Answered {
  readonly id: number;
  readonly answer?: unknown;
  readonly fault?: string;
}

const acts = [
  'newMember',
  'engage',
  'consent',
  'registerMechanism',
  'reinstate',
  'withdraw',
  'end',
  'endMechanism',
  'suspend',
  'erase',
  'share',
  'handOver',
  'read',
  'use',
  'keep',
  'chooseCookies',
  'setCookie',
] as const satisfies readonly (keyof Side)[];

export async function startProcess(args: readonly string[]): Promise<ProcessSide> {
  const worker = join(import.meta.dirname, 'process-worker.ts');
  const child = fork(worker, [...args], { execArgv: ['--no-warnings'] });
  await once(child, 'message');
  return { ...sideOf(child), stop: () => stop(child), kill: () => void child.kill('SIGKILL') };
}

function sideOf(child: ChildProcess): Side {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let count = 0;
  child.on('message', ({ id, answer, fault }: Answered) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (fault === undefined) asked?.resolve(answer);
    else asked?.reject(new Error(fault));
  });
  const tell =
    (what: keyof Side) =>
    (...args: readonly string[]) => {
      const asked = Promise.withResolvers<unknown>();
      count += 1;
      waiting.set(count, asked);
      child.send({ id: count, what, args });
      return asked.promise;
    };
  // Each is the act of the same name, carried out over there.
  return Object.fromEntries(acts.map((what) => [what, tell(what)])) as unknown as Side;
}

async function stop(child: ChildProcess): Promise<number> {
  const exit = once(child, 'exit');
  child.disconnect();
  return (await exit)[0];
}
