import { join } from 'node:path';
import { backupsIn } from '../backup/list.ts';
import { KEY_BACKUP_LIFE } from '../backup/manifest.ts';
import { type Examined, fail, ok, warn } from './finding.ts';

const DAY = 24 * 3_600_000;

/** The backups in a folder: how old the newest is, and whether keys lie there beyond their time. */
export async function examineBackups(folder: string, now: number): Promise<Examined> {
  const check = 'backups';
  const backups = await backupsIn(folder);
  const old = backups.filter(({ taken, hasKeys }) => hasKeys && now - taken > KEY_BACKUP_LIFE);
  if (old.length > 0) {
    const places = old.map(({ path }) => join(path, 'keys')).join(' ');
    return fail(check, `keys older than seven days: ${places}`, `rm -r ${places}`);
  }
  const newest = Math.max(...backups.map(({ taken }) => taken));
  if (backups.length === 0) return warn(check, `there are none in ${folder}`, 'avow backup');
  const hours = Math.floor((now - newest) / 3_600_000);
  const says = `the newest is ${hours} hours old`;
  return now - newest > DAY ? warn(check, says, 'avow backup') : ok(check, says);
}
