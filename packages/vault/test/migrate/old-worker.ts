/**
 * A program of form 1 that has its stores open, says so, and goes on working when it is told to; an
 * end of what it is told ends it. Run by old-and-new.test.ts: `node old-worker.ts <data> <keys>`.
 */
import { once } from 'node:events';
import { writeSync } from 'node:fs';
import { openOldProgram } from './form-1.ts';

const [data = '', keys = ''] = process.argv.slice(2);
const old = await openOldProgram({ data, keys });
await old.work('first half');
writeSync(1, 'at work\n');
await once(process.stdin, 'data');
await old.work('second half');
writeSync(1, 'done\n');
await once(process.stdin, 'end');
await old.close();
