import { within } from '@avow/policy';
import type { Deployment } from '../deployment.ts';
import { malformed, name } from '../door/text.ts';
import type { EntryId } from '../face/ids.ts';
import type { DecisionsPage, DecisionsWanted, LogEntry, LoggedDecision } from '../face/log.ts';
import type { DecisionLeaf } from '../history/leaf.ts';
import { beginningOf, bundleBefore, endOf, entriesIn, type Placed, sizeOf } from './bundles.ts';
import { movesOf } from './moves.ts';

/** How many bundles one page looks through, and how many lines it may have. */
const LOOKED_THROUGH = 40;
const MOST = 200;

/** The decisions of the log that are wanted, newest first. */
export function decisionsWith({ vault, policy }: Deployment) {
  return async (asked: DecisionsWanted = {}): Promise<DecisionsPage> => {
    const { limit, before, only } = checked(asked);
    const size = await sizeOf(vault);
    const { month } = only;
    const oldest = month === undefined ? 0 : await beginningOf(vault, month, size);
    const newest = month === undefined ? size : await endOf(vault, month, size);
    const decisions: LoggedDecision[] = [];
    let to = Math.min(newest, before ?? size);
    for (let bundles = 0; bundles < LOOKED_THROUGH && to > oldest; bundles += 1) {
      const start = bundleBefore(to);
      for (const placed of (await entriesIn(vault, start, to)).reverse()) {
        const decided = await wantedOf(placed, only, policy);
        if (decided === undefined) continue;
        if (decisions.length === limit) return { decisions, next: decisions.at(-1)?.index };
        decisions.push(decided);
      }
      to = start;
    }
    return { decisions, next: to > oldest ? to : undefined };
  };
}

async function wantedOf(
  { index, leaf }: Placed,
  { month, category, sentence, recipient }: DecisionsWanted['only'] & object,
  policy: Deployment['policy'],
): Promise<LoggedDecision | undefined> {
  if (leaf.kind !== 'decision' || !leaf.hour.startsWith(month ?? '')) return undefined;
  if (recipient !== undefined && leaf.recipient !== recipient) return undefined;
  if (sentence !== undefined && !leaf.cites.includes(sentence)) return undefined;
  const decided = decisionOf({ index, leaf });
  if (category === undefined) return decided;
  const isAbout = (await movesOf(leaf, policy)).some(
    (move) =>
      within(move.category, category) && (sentence === undefined || move.sentence === sentence),
  );
  return isAbout ? decided : undefined;
}

function decisionOf({ index, leaf }: { readonly index: number; readonly leaf: DecisionLeaf }) {
  const { hour, action, purpose, recipient, cells, permitted, cites: sentences } = leaf;
  const categories = cells.map(([category]) => category);
  return { index, hour, action, purpose, recipient, categories, permitted, sentences };
}

/** One entry of the tree by its number; undefined if it is not in the tree, or not yet. */
export function entryWith({ vault }: Deployment) {
  return async (index: number): Promise<LogEntry | undefined> => {
    const size = await sizeOf(vault);
    if (!Number.isSafeInteger(index) || index < 0 || index >= size) return undefined;
    const [placed] = await entriesIn(vault, index, index + 1);
    if (placed === undefined) return undefined;
    const { leaf, body } = placed;
    return {
      index,
      entry: leaf.id as EntryId,
      hour: leaf.hour,
      body: Buffer.from(body).toString('utf8'),
      ...(leaf.kind === 'decision' && { decision: decisionOf({ index, leaf }) }),
    };
  };
}

function checked({ limit = 50, before, only = {} }: DecisionsWanted) {
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > MOST) {
    throw malformed('limit', `must be a whole number from 1 to ${MOST}`);
  }
  if (before !== undefined && (!Number.isSafeInteger(before) || before < 0)) {
    throw malformed('before', 'must be the number of an entry');
  }
  for (const field of ['category', 'sentence', 'recipient'] as const) {
    if (only[field] !== undefined) name(`only.${field}`, only[field]);
  }
  if (only.month !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(only.month)) {
    throw malformed('only.month', 'must be a month such as 2026-01');
  }
  return { limit, before, only };
}
