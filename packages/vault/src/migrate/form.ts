import { VaultError } from '../fault.ts';
import type { Migration, Schema } from '../port/schema.ts';

/** What a store says of itself. */
export interface Form {
  readonly schema: string;
  readonly version: number;
  /** The oldest program, by the newest form it knows, that may work with the store. */
  readonly worksFrom: number;
  /** It is being filled from another store (see copy/filler.ts), and no store yet. */
  readonly isFilling: boolean;
}

/** Names of what an engine keeps about a form, beside what else it keeps there. */
export const WORKS_FROM = 'worksFrom';
export const FILLING = 'filling';

/** Reads a form from what an engine has kept; undefined if that is nothing of ours. */
export function formIn(kept: (name: string) => unknown): Form | undefined {
  const schema = kept('schema');
  const version = Number(kept('version'));
  if (typeof schema !== 'string' || !Number.isSafeInteger(version)) return undefined;
  // A store of form 1 does not say: it was made before anybody asked.
  const worksFrom = Number(kept(WORKS_FROM) ?? 1);
  return { schema, version, worksFrom, isFilling: kept(FILLING) !== undefined };
}

/** The form that a store is made in. */
export function newestForm({
  version,
  migrations = [],
}: Schema): Pick<Form, 'version' | 'worksFrom'> {
  return { version, worksFrom: migrations.reduce(worksFromAfter, 1) };
}

/** Which programs may work with a store after a migration, given which could before. */
export function worksFromAfter(before: number, migration: Migration): number {
  return migration.kind === 'contract' ? Math.max(before, migration.needs) : before;
}

/** Throws `AVOW_SCHEMA`, with what to do, unless this program may work with a store of this form. */
export function checkForm(form: Form | undefined, schema: Schema): Form {
  const { name, version, oldest = version } = schema;
  if (form?.schema !== name) {
    const found = form === undefined ? 'no schema of ours' : `schema ${form.schema}`;
    throw new VaultError('AVOW_SCHEMA', `the store holds ${found}, and not ${name}`);
  }
  if (form.isFilling) {
    throw new VaultError(
      'AVOW_SCHEMA',
      `the store of ${name} is being filled by a restore or a move, or one was cut off: wait for its end, or begin it again`,
    );
  }
  if (form.worksFrom > version) {
    throw new VaultError(
      'AVOW_SCHEMA',
      `the store of ${name} is of form ${form.version}, for programs that know form ${form.worksFrom}; this one knows ${version}: use a newer one`,
    );
  }
  if (form.version < oldest) {
    throw new VaultError(
      'AVOW_SCHEMA',
      `the store of ${name} is of form ${form.version}, and this program needs form ${oldest}: run "avow migrate"`,
    );
  }
  return form;
}
