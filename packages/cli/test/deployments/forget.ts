import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { placesIn } from '../../src/deployment/places.ts';

/**
 * Takes log, checkpoint and people's keys away and leaves the key that signs: `node forget.ts <folder>`.
 * So does an operator who would like to tell another history.
 */
const places = placesIn({}, process.argv[2]!);
for (const file of [places.data, places.anchor]) rmSync(dirname(file), { recursive: true });
const keys = new DatabaseSync(places.keys);
keys.exec('DELETE FROM data');
keys.close();
