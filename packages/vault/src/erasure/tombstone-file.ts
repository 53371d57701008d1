import { createReadStream } from 'node:fs';
import { access, type FileHandle, open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { refuseDatabase } from '../connection-string.ts';
import { makeFileIfAbsent } from '../durable-file.ts';
import { isFault, VaultError } from '../fault.ts';
import { lockFile } from '../file-lock.ts';
import type { PersonId } from '../id.ts';
import type { Tombstones } from '../port/tombstones.ts';

/** How often another's addition, which is one flush, is waited for, and how long each time, in ms. */
const LOOKS = 200;
const LOOK_MS = 5;

const NEWLINE = 0x0a;

/** Who was erased, or whose erasure waits. */
type Line = PersonId | { readonly held: PersonId };

/**
 * Tombstones in a file that only grows, to be put beside the anchor: a line for each person, their
 * id as a JSON string; as `{"held":id}` while a legal hold stands against their erasure. What a crash cut off in the middle of a line was never answered, and is cut
 * away by the next addition.
 */
export function openTombstoneFile(path: string): Tombstones {
  refuseDatabase(path);
  let tail: Promise<unknown> = Promise.resolve();

  async function exists(): Promise<boolean> {
    return access(path).then(
      () => true,
      (problem: NodeJS.ErrnoException) => {
        if (problem.code === 'ENOENT') return false;
        throw problem;
      },
    );
  }

  async function add(said: readonly Line[]): Promise<void> {
    const lines = said.map((line) => `${JSON.stringify(line)}\n`).join('');
    // A new list appears whole: one begun and cut off would be taken for all there is.
    if (!(await exists())) await makeFileIfAbsent(path, lines);
    if (lines === '') return;
    const release = await lockPatiently(path);
    try {
      // Again, if it was just made: somebody else may have been quicker, and then it is theirs.
      await append(path, lines);
    } finally {
      release();
    }
  }

  function addInTurn(said: readonly Line[]): Promise<void> {
    const added = tail
      .then(() => add(said))
      .catch((cause: unknown) => {
        if (isFault(cause)) throw cause;
        throw new VaultError('AVOW_TOMBSTONES', `${path} cannot be written to`, { cause });
      });
    tail = added.catch(() => undefined);
    return added;
  }

  async function* read(): AsyncIterable<Line> {
    if (!(await exists())) {
      throw new VaultError('AVOW_TOMBSTONES', `there is no list of erased people at ${path}`);
    }
    for await (const line of wholeLines(path)) yield lineIn(line, path);
  }

  return {
    exists,
    add: addInTurn,
    addHeld: (people) => addInTurn(people.map((held) => ({ held }))),
    async *people() {
      for await (const line of read()) if (typeof line === 'string') yield line;
    },
    async *held() {
      for await (const line of read()) if (typeof line !== 'string') yield line.held;
    },
  };
}

async function append(path: string, lines: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    const end = await endOfLines(file);
    await file.truncate(end);
    await file.write(lines, end);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Where the last whole line ends. */
async function endOfLines(file: FileHandle): Promise<number> {
  const byte = Buffer.alloc(1);
  let { size: end } = await file.stat();
  for (; end > 0; end--) {
    await file.read(byte, 0, 1, end - 1);
    if (byte[0] === NEWLINE) break;
  }
  return end;
}

async function* wholeLines(path: string): AsyncIterable<string> {
  const file = await open(path, 'r');
  const end = await endOfLines(file).finally(() => file.close());
  if (end === 0) return;
  const input = createReadStream(path, { end: end - 1 });
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}

function lineIn(line: string, path: string): Line {
  try {
    const said: unknown = JSON.parse(line);
    if (typeof said === 'string') return said as PersonId;
    const held = said !== null && typeof said === 'object' && 'held' in said && said.held;
    if (typeof held === 'string') return { held: held as PersonId };
  } catch {
    // Told below: a line that cannot be read may have been anybody.
  }
  throw new VaultError(
    'AVOW_TOMBSTONES',
    `${path} has a line that names nobody; put it back whole`,
  );
}

async function lockPatiently(path: string): Promise<() => void> {
  for (let look = 1; look <= LOOKS; look++) {
    const release = lockFile(path);
    if (release !== undefined) return release;
    await setTimeout(LOOK_MS);
  }
  throw new VaultError('AVOW_TOMBSTONES', `${path} is held by another process; try again`);
}
