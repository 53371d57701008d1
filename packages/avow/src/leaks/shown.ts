import type { Told } from '@avow/vault';
import type { Line } from '../history/line.ts';
import type { DisclosureRecord } from '../register/disclosure.ts';
import type { Shown } from './rank.ts';

interface Note {
  readonly values?: Readonly<Record<string, string>>;
  readonly disclosure?: string;
}

/** Whether a line may be one by which somebody else came to know a value; told from its public entry. */
export function maybeShown({ leaf }: Line): boolean {
  return leaf.kind === 'decision' && leaf.permitted && leaf.cells.length > 0;
}

/**
 * What a line of a history says that somebody was shown: values that were read through us, or those of a
 * disclosure that was opened. What was handed over and never opened, nobody could read.
 */
export function shownBy(
  { leaf }: Line,
  { opening, note }: Told,
  disclosures: ReadonlyMap<string, DisclosureRecord>,
  opens: string,
): Shown | undefined {
  const { party: to, at } = opening;
  if (leaf.kind !== 'decision' || to === undefined || to === null) return undefined;
  const { values = {}, disclosure } = (note ?? {}) as Note;
  const handed = disclosure === undefined ? undefined : disclosures.get(disclosure);
  const opened = leaf.action === opens ? (handed?.values ?? {}) : {};
  const all = { ...opened, ...values };
  if (Object.keys(all).length === 0) return undefined;
  return { to, isParty: handed !== undefined, at, values: all };
}
