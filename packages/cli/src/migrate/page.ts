import type { MigratedStore, ToldMigration } from 'avow';
import { type Block, care, good, line, type Page, parts, table } from '../words/page.ts';

/** What is being done at the moment. */
export function stepLine({ store, to }: ToldMigration, does: string): Block {
  return line(`${store}, form ${to}: ${does}`);
}

/** What was done to both stores, or would be. */
export function migratedPage(stores: readonly MigratedStore[], check: boolean): Page {
  const all = stores.flatMap(({ migrations }) => migrations);
  return parts(
    [line(verdict(all.length > 0, check))],
    [table(stores.map(({ store, from, to }) => [store, formTold(from, to)]))],
    all.length === 0
      ? []
      : [table(all.map(({ store, to, kind, brings }) => [store, `form ${to}`, kind, brings]))],
  );
}

function verdict(isDue: boolean, check: boolean) {
  if (!isDue) return good('There is nothing to migrate.');
  return check
    ? care('There is something to migrate; nothing was done.')
    : good('The stores are migrated.');
}

function formTold(from: number, to: number): string {
  return from === to ? `form ${from}` : `form ${from}, to form ${to}`;
}
