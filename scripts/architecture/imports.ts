import { posix } from 'node:path';
import type { Room } from './rooms.ts';

/** One import that its room does not allow. */
export interface Breach {
  readonly file: string;
  readonly specifier: string;
  readonly why: string;
}

const statement =
  /(?:^|[;\n])\s*(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]|(?:^|[;\n])\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Every module a source text names, in order: static, bare, re-exported or dynamic. */
export function importsOf(source: string): string[] {
  return [...source.matchAll(statement)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

/** The most specific room that holds a file, or undefined for a file outside every room. */
export function roomOf(file: string, rooms: readonly Room[]): Room | undefined {
  return rooms
    .filter((room) => file.startsWith(`${room.folder}/`))
    .sort((a, b) => b.folder.length - a.folder.length)[0];
}

/** Reads a source file by its path from the root; undefined where there is none. */
export type ReadSource = (file: string) => string | undefined;

/**
 * What is wrong with one file's imports, and, in a room that may reach beyond itself, with those of every
 * file that they lead to. Nothing for a file outside every room.
 */
export function breaches(file: string, rooms: readonly Room[], read: ReadSource): Breach[] {
  const room = roomOf(file, rooms);
  if (!room) return [];
  const found: Breach[] = [];
  const seen = new Set([file]);
  // A set iterates over what is added to it on the way.
  for (const one of seen) {
    for (const specifier of importsOf(read(one) ?? '')) {
      const why = objection(one, specifier, room, rooms);
      if (why) found.push({ file: one, specifier, why });
      if (room.reach === 'alike' && specifier.startsWith('.')) seen.add(resolve(one, specifier));
    }
  }
  return found;
}

function objection(
  file: string,
  specifier: string,
  room: Room,
  rooms: readonly Room[],
): string | undefined {
  if (specifier.startsWith('.')) {
    const outside =
      room.reach === 'inside' && !resolve(file, specifier).startsWith(`${room.folder}/`);
    return outside ? `${room.folder} may not reach outside its folder` : undefined;
  }
  if (specifier.startsWith('node:')) {
    return room.node ? undefined : `${room.folder} sees no Node`;
  }
  if (isOurs(specifier)) {
    const allowed = room.ours.includes(specifier) || specifier === nameOf(room, rooms);
    return allowed ? undefined : `${room.folder} may not import ${specifier}`;
  }
  const name = packageName(specifier);
  return room.npm.includes(name) ? undefined : `${room.folder} may not depend on ${name}`;
}

const resolve = (file: string, specifier: string) =>
  posix.normalize(posix.join(posix.dirname(file), specifier));

const isOurs = (specifier: string) =>
  specifier === 'avow' || specifier.startsWith('avow/') || specifier.startsWith('@avow/');

/** A package's own name, so that its README's snippets may import it as a stranger does. */
function nameOf(room: Room, rooms: readonly Room[]): string {
  const top = rooms.find((each) => room.folder.startsWith(each.folder)) ?? room;
  const last = posix.basename(top.folder);
  return last === 'avow' ? 'avow' : `@avow/${last}`;
}

function packageName(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}
