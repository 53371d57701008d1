/**
 * Takes a backup and tells each step of it, until it is killed. Run by cut-off.test.ts:
 * `node take-worker.ts <data> <keys> <to>`.
 */
import { writeSync } from 'node:fs';
import { takeBackup } from '../../src/index.ts';

const [data = '', keys = '', to = ''] = process.argv.slice(2);
await takeBackup({ data, keys, to, progress: (half) => void writeSync(1, `${half}\n`) });
