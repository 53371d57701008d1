import type { Deployment } from '../deployment.ts';
import { repeatable } from '../door/idempotency.ts';
import { asPersonId } from '../door/ids.ts';
import { LONGEST_VALUE, text } from '../door/text.ts';
import { record } from '../evidence/record.ts';
import type { Directory } from '../face/directory.ts';
import type { PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { GOING, LISTED, listedFrom, listedOf, listedRef } from '../register/listed.ts';
import { MOST_ROWS } from '../register/reference.ts';
import { addEvidence, changeEvidence } from '../rows/change.ts';
import { none } from './access.ts';
import { takeBackGoing } from './take-back.ts';

/** Where people are at home, among the regions of a platform. */
export function directoryOf(deployment: Deployment): Directory {
  const access = () => {
    if (deployment.directory === undefined) throw none();
    return deployment.directory;
  };
  const digestOf = (value: unknown) => access().digestOf(text('value', value, LONGEST_VALUE));
  return {
    home: async (value) => access().tell(deployment, 'asked', digestOf(value)),

    async list(what) {
      const person = asPersonId(what.person);
      const digest = digestOf(what.value);
      // First it is written down here: whatever is cut off now, it is taken back when they are erased.
      await put(deployment, person, digest, what);
      const home = await access().tell(deployment, 'listed', digest);
      if (home === undefined) throw new AvowError('AVOW_STATE', 'did not answer', 'directory');
      if (home !== deployment.region.name) await take(deployment, person, digest);
      return { home };
    },

    async unlist(what) {
      await take(deployment, asPersonId(what.person), digestOf(what.value));
      await takeBackGoing(deployment);
    },

    answer: async (letter) => access().answer(deployment, letter),
  };
}

async function put(
  deployment: Deployment,
  person: PersonId,
  digest: string,
  what: Parameters<Directory['list']>[0],
): Promise<void> {
  const request = repeatable(what, 'directory.list', { person, digest });
  await record(deployment, request, () => ({
    people: [person],
    widens: false,
    reads: [listedOf(person)],
    decide(rows, at) {
      const own = rows.of(listedOf(person));
      const has = own.some((row) => row.state === LISTED && listedFrom(row).digest === digest);
      if (!has && own.length >= MOST_ROWS) {
        throw new AvowError('AVOW_TOO_MANY', 'is listed by too many values', 'person');
      }
      const row = { kind: LISTED, ref: listedRef(person), state: LISTED, at };
      const added = addEvidence({ id: deployment.vault.mint(), ...row }, { digest });
      return { evidence: 'directory', state: LISTED, changes: has ? [] : [added], value: {} };
    },
  }));
}

async function take(deployment: Deployment, person: PersonId, digest: string): Promise<void> {
  await record(deployment, {}, () => ({
    people: [person],
    widens: false,
    reads: [listedOf(person)],
    decide(rows) {
      const changes = rows
        .of(listedOf(person))
        .filter((row) => row.state === LISTED && listedFrom(row).digest === digest)
        .map((row) => changeEvidence(row, { state: GOING }));
      return { evidence: 'directory', state: 'gone', changes, value: {} };
    },
  }));
}
