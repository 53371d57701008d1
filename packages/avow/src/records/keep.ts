import type { Words } from '@avow/policy';
import type { AuditedChange, BlindRow, Lock, RecordRow, Vault, VaultRead } from '@avow/vault';
import type { InUnit } from '../act/deed.ts';
import { copyInClear } from '../exempt/copy.ts';
import type { PersonId } from '../face/ids.ts';
import { AvowError } from '../fault.ts';
import { exemptOf } from '../register/exempt.ts';
import { findersBy, findersOf } from '../register/finder.ts';
import { recordOf } from '../register/record.ts';
import type { Rows } from '../rows/reading.ts';
import { mustNotEnd } from './ending.ts';
import { classOfCategory, expiryOf } from './retention.ts';

/** Values to be kept, and by which of them the person shall be found. */
export interface Keeping {
  readonly person: PersonId;
  readonly fields: ReadonlyMap<string, string>;
  readonly source: string;
  readonly findBy: ReadonlySet<string>;
}

/** What must be read to keep them: what they replace, and who is found by them already. */
export function keepReads(vault: Vault, { person, fields }: Keeping): VaultRead[] {
  return [
    exemptOf(person),
    ...[...fields].flatMap(([category, value]) => [
      recordOf(person, category),
      findersOf(person, category),
      ...findersBy(vault, category, value),
    ]),
  ];
}

/** The retention classes that the values fall into. */
export function classesOf({ fields }: Keeping, words: Words): string[] {
  return [...fields.keys()].map((category) => classOfCategory(words, category));
}

/** The changes that keep the values: one record for each category, replacing the one before. */
export function keep(
  vault: Vault,
  keeping: Keeping,
  unit: InUnit,
): { readonly changes: AuditedChange[]; readonly touched: string[] } {
  mustNotEnd(unit, [...keeping.fields.keys()]);
  const changes: AuditedChange[] = [];
  const touched: string[] = [];
  for (const [category, value] of keeping.fields) {
    const [before] = unit.rows.of(recordOf(keeping.person, category));
    const id = before?.id ?? vault.mint();
    const after = recordFor(keeping, { id, category, value, before }, unit);
    changes.push({ table: 'record', after, ...(before ? { before } : {}) });
    changes.push(...findBy(vault, keeping, { id, category, value }, unit.rows));
    changes.push(...copyInClear(keeping.person, { id, category, value }, unit));
    touched.push(id);
  }
  return { changes, touched };
}

/** One value, and the record that is to hold it. */
interface Value {
  readonly id: string;
  readonly category: string;
  readonly value: string;
}

function recordFor(
  { person, source }: Keeping,
  { id, category, value, before }: Value & { readonly before: RecordRow | undefined },
  { now, seals, words }: InUnit,
) {
  const retention = classOfCategory(words, category);
  const header = { id, person, category, retention, version: (before?.version ?? 0) + 1 };
  return {
    ...header,
    source,
    collected: now,
    expires: expiryOf(words, retention, now, before?.expires ?? null),
    ...seals.seal(header, Buffer.from(value, 'utf8')),
  };
}

/** Keeps a value findable that is to be, or was before; one value leads to one person only. */
function findBy(
  vault: Vault,
  { person, findBy }: Keeping,
  { id, category, value }: Value,
  rows: Rows,
): AuditedChange[] {
  const own = rows.of(findersOf(person, category));
  if (!findBy.has(category) && own.length === 0) return [];
  const digest = vault.blindIndex(category, value);
  const holders = findersBy(vault, category, value).flatMap((read) => rows.of(read));
  if (holders.some((holder) => holder.person !== person)) {
    throw new AvowError('AVOW_TAKEN', 'leads to somebody else already', `fields.${category}`);
  }
  const isRight = (row: BlindRow) => row.target === id && Buffer.compare(row.digest, digest) === 0;
  const outdated = own.filter((row) => !isRight(row));
  const after = { index: category, digest, target: id, person };
  return [
    ...outdated.map((before): AuditedChange => ({ table: 'blind', before })),
    ...(own.some(isRight) ? [] : [{ table: 'blind', after } as const]),
  ];
}

/**
 * Values that somebody may be found by are had alone, so that no two people get one at the same time.
 * A lock is a name; with a space in it, it is no party's.
 */
export function finderLocks(vault: Vault, { fields }: Keeping): Lock[] {
  return [...fields].map(([category, value]) => {
    const digest = Buffer.from(vault.blindIndex(category, value)).toString('base64url');
    return { on: 'party', id: `finder ${category} ${digest}`, mode: 'exclusive' };
  });
}
