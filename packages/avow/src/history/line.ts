import type { Words } from '@avow/policy';
import type { Told } from '@avow/vault';
import { actions, audiences, classes, visitCategory } from '../conventions.ts';
import { type Bars, isKeptBack } from '../desk/bars.ts';
import type { Happened } from '../face/history.ts';
import type { CaseId, EntryId, OrderId, PartyId } from '../face/ids.ts';
import type { NamedMechanism } from '../face/mechanisms.ts';
import type { DecisionLeaf, EvidenceLeaf } from './leaf.ts';

/** One line of a history before it is opened: its entry, which is public and names nobody. */
export interface Line {
  readonly entry: EntryId;
  readonly leaf: DecisionLeaf | EvidenceLeaf;
}

/** Acts by which people read what is held of them, this history and the registers included. */
const LOOKS: ReadonlySet<string> = new Set([actions.show, actions.export, actions.join]);

/** Whether a line is of the person having looked at what is held of them. */
export function isOwnLook({ leaf }: Line): boolean {
  return (
    leaf.kind === 'decision' &&
    leaf.permitted &&
    leaf.recipient === classes.self &&
    LOOKS.has(leaf.action)
  );
}

/** Acts by which a visit is received and kept. */
const ARRIVALS: ReadonlySet<string> = new Set([actions.fromDevice, actions.store]);

/** Whether a line is of visits that were received or kept. */
export function isVisit({ leaf }: Line): boolean {
  return (
    leaf.kind === 'decision' &&
    leaf.permitted &&
    ARRIVALS.has(leaf.action) &&
    leaf.cells.every(([category]) => category.startsWith(`${visitCategory}.`))
  );
}

interface Note {
  readonly categories?: readonly string[];
  readonly order?: string;
  readonly mechanisms?: readonly NamedMechanism[];
  readonly case?: string;
  readonly authorityOrder?: string;
  readonly fact?: string;
}

/** Whether a bar keeps a line back from its person, by what its row told. */
export function isBarred({ leaf }: Line, { opening, note }: Told, bars: Bars): boolean {
  const purpose = leaf.kind === 'decision' ? leaf.purpose : undefined;
  const party = opening.party ?? undefined;
  return isKeptBack(bars, { purpose, party, note: (note ?? {}) as Note });
}

/** Whether the person may learn of a fact, by the words of the policy; of one that it has no more they do not. */
function isForPerson(fact: string | undefined, { facts }: Words): boolean {
  const known = fact !== undefined && Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  return known?.audience.includes(audiences.person) ?? false;
}

/** A line with what its row told. */
export function happened({ entry, leaf }: Line, { opening, note }: Told, words: Words): Happened {
  const { at, party } = opening;
  const said = (note ?? {}) as Note;
  if (leaf.kind === 'evidence') {
    const { evidence, state } = leaf;
    const fact = isForPerson(said.fact, words) ? said.fact : undefined;
    return { entry, at, what: { kind: 'evidence', evidence, state, fact } };
  }
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
      mechanisms: said.mechanisms,
      case: said.case as CaseId | undefined,
      permitted,
      sentence: cites[0] ?? '',
    },
  };
}
