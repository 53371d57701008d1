import { createSigner, verifyCheckpoint } from '@avow/ledger';
import { indexCourse } from '../custody/index/rotate.ts';
import { keyStateIn } from '../custody/state.ts';
import { readSecrets, type Secrets, secretRows } from '../keys/secrets.ts';
import type { DataKeyRow } from '../keys/tables.ts';
import { latestCheckpoint } from '../log/checkpoint.ts';
import type { Keyring } from '../port/keyring.ts';
import type { Reader } from '../port/store.ts';
import type { PersonRow } from '../tables.ts';
import { examineCustody } from './custody.ts';
import { type Examined, examined, fail, ok, warn } from './finding.ts';

const HOUR = 3_600_000;

/**
 * The root key, whether the keys are those of this data, keys that nobody needs, and how old they are.
 */
export async function examineKeys(
  keys: Reader,
  data: Reader,
  {
    keyring,
    vkey,
    now,
  }: { readonly keyring: Keyring; readonly vkey: string; readonly now: number },
): Promise<readonly Examined[]> {
  let secrets: Secrets | undefined;
  const root = await examined(
    'root-key',
    'put back the passphrase it was last wrapped under',
    async () => {
      secrets = await readSecrets(keys, keyring);
      return ok('root-key', 'it opens the key store');
    },
  );
  const same = secrets === undefined ? [] : [await examineSame(secrets, data, vkey)];
  const rows = await secretRows(keys);
  const custody = examineCustody(keyStateIn(rows), await indexCourse(rows, data), now);
  return [root, ...same, await examineOrphans(keys, data, now), ...custody];
}

/** The key store signs what the data store holds. */
async function examineSame(secrets: Secrets, data: Reader, vkey: string): Promise<Examined> {
  const check = 'same-deployment';
  const todo = 'put back the two stores that belong together, from one backup';
  const note = (await latestCheckpoint(data))?.note;
  if (note === undefined) return warn(check, 'the log has no checkpoint yet', 'start it once');
  try {
    const { origin } = verifyCheckpoint(note, vkey);
    if (createSigner(origin, secrets.log).vkey === vkey)
      return ok(check, 'the keys are of this log');
  } catch {
    return fail(check, 'the log is not signed by the key beside the anchor', todo);
  }
  return fail(check, 'the key store holds the signing key of another log', todo);
}

async function examineOrphans(keys: Reader, data: Reader, now: number): Promise<Examined> {
  let orphans = 0;
  let last: string | undefined;
  for await (const row of keys.scan({ table: 'data' }) as AsyncIterable<DataKeyRow>) {
    if (row.person === last || row.created >= now - HOUR) continue;
    last = row.person;
    if (await isOrphan(data, row.person)) orphans += 1;
  }
  if (orphans === 0) return ok('orphans', 'no keys of people who are not there');
  return warn(
    'orphans',
    `people who are not there and have keys: ${orphans}`,
    'the next start destroys them',
  );
}

async function isOrphan(data: Reader, person: string): Promise<boolean> {
  const [rows] = await data.read([{ table: 'person', by: 'key', equals: [person], limit: 1 }]);
  const row = rows?.[0] as PersonRow | undefined;
  return row === undefined || row.state === 'erased';
}
