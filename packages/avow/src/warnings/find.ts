import { addresses } from './address.ts';
import { emails } from './email.ts';
import { messengers } from './messenger.ts';
import { passwords } from './password.ts';
import { phones } from './phone.ts';
import { plain } from './plain.ts';
import type { Stretch } from './stretch.ts';
import type { Warning, WarningKind } from './warning.ts';

/** Longer texts are looked through in part: no form takes as much. */
const LONGEST = 20_000;

/** See {@link Warnings}. What one kind found no other finds again, in the order that stands here. */
export function find(text: string): readonly Warning[] {
  const inOwnLetters = plain(text.slice(0, LONGEST));
  const small = inSmallLetters(inOwnLetters);
  const found = [
    ...of('password', passwords(small)),
    ...of('email', emails(small)),
    ...of('messenger', messengers(small)),
    ...of('phone', phones(small)),
    ...of('address', addresses(inOwnLetters)),
  ];
  const kept: Warning[] = [];
  for (const one of found) {
    if (!kept.some(({ start, end }) => one.start < end && start < one.end)) kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}

const of = (kind: WarningKind, stretches: readonly Stretch[]): Warning[] =>
  stretches.map(({ start, end }) => ({ kind, start, end }));

/** Small letters, unit by unit: one that would become two stays as it is. */
function inSmallLetters(text: string): string {
  return text.replace(/[^a-z]/g, (unit) => {
    const small = unit.toLowerCase();
    return small.length === 1 ? small : unit;
  });
}
