import type { Words } from '@avow/policy';
import type { HistoryItem } from '@avow/vault';
import { historyClass } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { asEntryId, asPersonId } from '../door/ids.ts';
import { malformed } from '../door/text.ts';
import type { Happened, History } from '../face/history.ts';
import type { OrderId, PartyId } from '../face/ids.ts';
import { mustBeThere, personOf } from '../register/person.ts';
import { readNow } from '../rows/reading.ts';
import type { DecisionLeaf, EvidenceLeaf } from './leaf.ts';

const MOST = 1_000;
const USUAL = 100;

/** A person's timeline, newest first: what was decided about them, and what they or others said. */
export function historyWith({ vault }: Deployment): History<Words>['history'] {
  return async ({ person, before, limit = USUAL }) => {
    const id = asPersonId(person);
    if (!Number.isSafeInteger(limit) || limit < 1 || limit > MOST) {
      throw malformed('limit', `must be a whole number from 1 to ${MOST}`);
    }
    const rows = await readNow(vault, personOf(id));
    mustBeThere(rows, id);
    const keys = await vault.keysFor(id, [historyClass]);
    const page = before === undefined ? {} : { after: asEntryId(before, 'before') };
    const items = await vault.history(keys, { limit, newestFirst: true, ...page });
    return items.map(happened);
  };
}

interface Note {
  readonly categories?: readonly string[];
  readonly order?: string;
}

function happened({ entry, at, party, note, body }: HistoryItem): Happened {
  const leaf = body as unknown as DecisionLeaf | EvidenceLeaf;
  if (leaf.kind === 'evidence') {
    return { entry, at, what: { kind: 'evidence', evidence: leaf.evidence, state: leaf.state } };
  }
  const said = (note ?? {}) as Note;
  const { action, purpose, recipient, permitted, cites } = leaf;
  return {
    entry,
    at,
    what: {
      kind: 'decision',
      action,
      purpose,
      categories: said.categories ?? [],
      recipient,
      party: (party ?? undefined) as PartyId | undefined,
      order: said.order as OrderId | undefined,
      permitted,
      sentence: cites[0] ?? '',
    },
  };
}
