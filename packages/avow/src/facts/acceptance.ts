import { acceptanceFrom, acceptanceOf } from '../register/acceptance.ts';
import { askedBy, askings, outdoes } from '../register/asking.ts';
import type { FactProvider } from './provider.ts';

/**
 * The person's last word on agreement, rules and policy was to accept, and no major change has come
 * since that they have not accepted.
 */
export const acceptance: FactProvider = {
  reads: ({ person }) => [acceptanceOf(person), askings],
  judge(rows, { person }, now) {
    const [row] = rows.of(acceptanceOf(person));
    if (row?.state !== 'accepted') return false;
    const answered = { at: row.at, version: acceptanceFrom(row).policy };
    return !askedBy(rows, now).some((asking) => outdoes(asking, answered));
  },
};
