import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { program } from '../../scripts/program/program.ts';
import { type Answer, granted } from './client.ts';
import { type Deployment, makeDeployment, type Served } from './deployment.ts';

let deployment: Deployment;
let one: Served;
let other: Served;

beforeEach(async () => {
  deployment = await makeDeployment();
  one = await deployment.serve();
  other = await deployment.serve();
}, 300_000);
afterEach(() => deployment.remove());

/** `avow audit` on the two databases, every record opened: exits with 0, or throws. */
async function audit(): Promise<void> {
  const { bin } = await program();
  const { data, keys, folder } = deployment;
  const places = ['--data', data, '--keys', keys, '--passphrase', 'keys/root', '--json'];
  const { stdout } = await promisify(execFile)(process.execPath, [bin, 'audit', ...places], {
    cwd: folder,
  });
  expect(JSON.parse(stdout)).toMatchObject({ ok: true });
}

it('what a killed server left behind is put into the log by the other', async () => {
  const made = await Promise.all(
    Array.from({ length: 20 }, () => granted(one.ask('POST', '/v1/subjects', { body: {} }))),
  );
  const entries = await Promise.all(made.map(({ person }) => entryOf(person)));
  await one.kill();
  // Within two seconds, if the machine has nothing else to do; see processes.test.ts of the vault.
  for (const entry of entries) {
    while ((await receipt(entry)).proof === null);
  }
  await granted(other.ask('POST', '/v1/subjects', { body: {} }));
  expect(await other.stop()).toBe(0);
  await audit();

  async function entryOf(person: string): Promise<string> {
    const path = `/v1/subjects/${person}/suspension`;
    return (await granted(one.ask('PUT', path))).entry;
  }

  function receipt(entry: string): Promise<Answer['body']> {
    return granted(other.ask('GET', `/v1/entries/${entry}/receipt`));
  }
});

it('both finish what is in flight when they are asked to stop, and keep what they answered', async () => {
  const answered: string[] = [];
  /** Writes until the server takes no more. */
  const write = async ({ ask }: Served): Promise<void> => {
    for (;;) {
      const made = await ask('POST', '/v1/subjects', { body: {} }).catch(() => undefined);
      if (made?.status !== 201) return;
      answered.push(made.body.person);
      if (answered.length === 100) stopped.push(one.stop(), other.stop());
    }
  };
  const stopped: Promise<number>[] = [];
  const writers = [one, other].flatMap((server) => Array.from({ length: 8 }, () => write(server)));
  await Promise.all(writers);
  expect(await Promise.all(stopped)).toEqual([0, 0]);
  await audit();

  const again = await deployment.serve();
  for (const person of answered) {
    expect((await again.ask('GET', `/v1/subjects/${person}`)).status).toBe(200);
  }
});
