import { VaultError } from '../fault.ts';
import type { Migration, Schema, Step } from '../port/schema.ts';
import type { Form } from './form.ts';

/** The migrations that lead a store of this form to the newest; none if it is there, or beyond. */
export function migrationsFrom(
  form: Form,
  { name, migrations = [] }: Schema,
): readonly Migration[] {
  if (form.schema !== name) {
    throw new VaultError('AVOW_SCHEMA', `the store holds schema ${form.schema}, and not ${name}`);
  }
  return migrations.filter(({ to }) => to > form.version);
}

/** A step in words, with names of tables and columns only. */
export function stepInWords(step: Step): string {
  switch (step.does) {
    case 'create-table':
      return `make table ${step.table.name}`;
    case 'add-column':
      return `add column ${step.table}.${step.column.name}`;
    case 'create-index':
      return `make index ${step.table.name}.${step.index.name}`;
    case 'drop-index':
      return `remove index ${step.table}.${step.index}`;
    case 'drop-column':
      return `remove column ${step.table}.${step.column}`;
    case 'drop-table':
      return `remove table ${step.table}`;
    case 'rewrite':
      return `rewrite table ${step.table}`;
    default:
      return step satisfies never;
  }
}
