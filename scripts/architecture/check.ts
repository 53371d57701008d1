import { existsSync, globSync, readFileSync } from 'node:fs';
import { type Breach, breaches } from './imports.ts';
import { rooms } from './rooms.ts';

/** Reads every source file of every room (tests may import what they like) and lists the breaches. */
export function checkArchitecture(root: string): Breach[] {
  return rooms
    .filter((room) => room.folder.split('/').length === 2)
    .flatMap((room) => globSync(`${room.folder}/src/**/*.ts`, { cwd: root }))
    .filter((file) => !/\.test\.ts$/.test(file))
    .flatMap((file) => breaches(file, rooms, (one) => sourceOf(`${root}/${one}`)));
}

const sourceOf = (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

if (import.meta.main) {
  const found = checkArchitecture(process.cwd());
  for (const { file, specifier, why } of found) console.error(`${file}: '${specifier}': ${why}`);
  console.log(
    found.length === 0 ? 'architecture: every import is allowed' : `${found.length} breaches`,
  );
  process.exitCode = found.length === 0 ? 0 : 1;
}
