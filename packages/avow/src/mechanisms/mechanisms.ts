import type { Words } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { asMechanismId, asPartyId } from '../door/ids.ts';
import { country, malformed, moment } from '../door/text.ts';
import { wordList } from '../door/words.ts';
import type { MechanismId, PartyId } from '../face/ids.ts';
import { type Mechanism, type Mechanisms, mechanismKinds } from '../face/mechanisms.ts';
import { withNewestWords } from '../policy/newest-words.ts';
import {
  endedMechanisms,
  type MechanismRecord,
  mechanismFrom,
  mechanisms,
} from '../register/mechanism.ts';
import { readNow } from '../rows/reading.ts';
import { endMechanism } from './end.ts';
import { type Registering, registerMechanism } from './register.ts';

const KINDS: readonly string[] = mechanismKinds;

/** What makes transfers lawful: on record, dated, each with the document that says so. */
export function mechanismsOf(deployment: Deployment): Mechanisms<Words> {
  const words = () => deployment.policy.current().policy.vocabulary;
  const newest = withNewestWords(deployment.policy);
  return {
    register: newest(async (what) =>
      registerMechanism(deployment, registeringOf(what, words()), what),
    ),
    end: async (what) => endMechanism(deployment, asMechanismId(what.mechanism), what),

    async list() {
      const rows = await readNow(deployment.vault, mechanisms, endedMechanisms);
      return [...rows.of(mechanisms), ...rows.of(endedMechanisms)]
        .map((row) => mechanismTold(mechanismFrom(row)))
        .sort((a, b) => b.from - a.from || (a.mechanism < b.mechanism ? 1 : -1));
    },
  };
}

/** A stored mechanism as the platform meets it. */
export function mechanismTold(record: MechanismRecord): Mechanism<Words> {
  return {
    mechanism: record.id as MechanismId,
    kind: record.kind,
    origin: record.origin,
    destination: record.destination,
    party: (record.party ?? undefined) as PartyId | undefined,
    purposes: [...record.purposes],
    categories: [...record.categories],
    document: record.document,
    from: record.from,
    until: record.until ?? undefined,
    ended: record.ended ?? undefined,
  };
}

function registeringOf(
  what: Parameters<Mechanisms<Words>['register']>[0],
  words: Words,
): Registering {
  const { kind, document, party } = what;
  if (!KINDS.includes(kind)) throw malformed('kind', `must be one of ${KINDS.join(', ')}`);
  if (typeof document !== 'string' || !/^[0-9a-f]{64}$/.test(document)) {
    throw malformed('document', 'must be a SHA-256 in 64 lower-case hexadecimal digits');
  }
  const from = what.from === undefined ? undefined : moment('from', what.from);
  const until = what.until === undefined ? null : moment('until', what.until);
  if (until !== null && from !== undefined && until <= from) {
    throw malformed('until', 'must be after `from`');
  }
  return {
    kind,
    origin: country('origin', what.origin),
    destination: country('destination', what.destination),
    party: party === undefined ? null : asPartyId(party),
    purposes: wordList('purposes', what.purposes, 'purposes', words).sort(),
    categories: wordList('categories', what.categories, 'categories', words).sort(),
    document,
    from,
    until,
  };
}
