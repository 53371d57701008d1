import { within } from '@avow/policy';
import { classes } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { malformed, name } from '../door/text.ts';
import { type LineKind, type LinesWanted, lineKinds } from '../face/history.ts';
import type { DecisionLeaf } from './leaf.ts';
import type { Line } from './line.ts';

/** What a caller wants of a timeline, checked. */
export function wantedOf({ category, party, kind, recipient, sentence }: LinesWanted): LinesWanted {
  if (kind !== undefined && !lineKinds.includes(kind)) {
    throw malformed('only.kind', `must be one of ${lineKinds.join(', ')}`);
  }
  return {
    ...(category !== undefined && { category: name('only.category', category) }),
    ...(party !== undefined && { party: name('only.party', party) as typeof party }),
    ...(kind !== undefined && { kind }),
    ...(recipient !== undefined && { recipient: name('only.recipient', recipient) }),
    ...(sentence !== undefined && { sentence: name('only.sentence', sentence) }),
  };
}

/** Which lines those can be. Goes by the entries, which are public; a party stands in none of them. */
export function wantedLines(
  policy: Deployment['policy'],
  { category, party, kind, recipient, sentence }: LinesWanted,
): (line: Line) => boolean {
  const { recipients } = policy.current().policy.vocabulary;
  const isInside = (recipient: string) =>
    recipient === classes.self || recipients[recipient]?.inside === true;
  const kindOf = ({ leaf }: Line): LineKind => {
    if (leaf.kind === 'evidence') return 'record';
    if (!leaf.permitted) return 'refusal';
    return isInside(leaf.recipient) ? 'use' : 'disclosure';
  };
  const isOfCategory = ({ cells }: DecisionLeaf, wanted: string) =>
    cells.some(([asked]) => within(asked, wanted));
  return (line) =>
    (kind === undefined || kindOf(line) === kind) &&
    (category === undefined ||
      (line.leaf.kind === 'decision' && isOfCategory(line.leaf, category))) &&
    (party === undefined ||
      (line.leaf.kind === 'decision' && line.leaf.recipient !== classes.platform)) &&
    (recipient === undefined ||
      (line.leaf.kind === 'decision' && line.leaf.recipient === recipient)) &&
    (sentence === undefined || (line.leaf.kind === 'decision' && line.leaf.cites[0] === sentence));
}
