import { VaultError } from './fault.ts';

/**
 * Whether a store's place is a PostgreSQL connection string; any other is the path of a SQLite
 * file.
 */
export function isPostgres(place: string): boolean {
  return /^postgres(ql)?:\/\//.test(place);
}

/** Throws `AVOW_STORE` if what is to be a file is a connection string: it would be made as a folder. */
export function refuseDatabase(path: string): void {
  if (!isPostgres(path)) return;
  throw new VaultError('AVOW_STORE', `${told(path)} is a database, where a file was to be named`);
}

/**
 * A place as it may be told: a connection string without its password, and without its parameters,
 * which may hold others; a path as it is.
 */
export function told(place: string): string {
  if (!isPostgres(place)) return place;
  const url = URL.parse(place);
  if (url === null) return 'postgresql://…';
  return Object.assign(url, { password: '', search: '', hash: '' }).href;
}
