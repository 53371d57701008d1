import { type BackupOptions, type Manifest, openOutside, takeBackup } from '@avow/vault';

/** Of which stores, to where. */
export type BackupAvowOptions = Omit<BackupOptions, 'anchor'> & {
  /** Where the last checkpoint is kept: a file, or a PostgreSQL database. Absent: it is not looked at. */
  readonly anchor?: string;
};

/** Copies both stores, as `takeBackup` does, unless the log falls short of what is kept outside. */
export function backupAvow({ anchor: place, ...options }: BackupAvowOptions): Promise<Manifest> {
  if (place === undefined) return takeBackup(options);
  const { anchor } = openOutside(place, [options.data, options.keys]);
  return takeBackup({ ...options, anchor });
}
