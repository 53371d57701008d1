import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { openOldProgram, recorded } from '../../../vault/test/migrate/form-1.ts';
import { placesIn } from '../../src/deployment/places.ts';

/** Leaves stores as the first program made them, with people in them: `node form-1.ts <folder>`. */
const places = placesIn({}, process.argv[2]!);
const old = await openOldProgram(places);
await old.work('first half');
await old.close();
mkdirSync(dirname(places.anchor));
writeFileSync(places.anchor, recorded.checkpoints[0]);
writeFileSync(`${places.anchor}.vkey`, `${recorded.vkey}\n`);
