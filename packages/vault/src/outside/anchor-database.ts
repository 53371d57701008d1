import type { Anchor } from '../port/anchor.ts';
import type { KeptKey } from '../port/kept-key.ts';
import type { Line } from './line.ts';

const READ = 'SELECT value FROM outside WHERE name = $1';
const MAKE = 'INSERT INTO outside VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING 1';
/** Whoever comes second waits for the row, and finds another value in it. */
const REPLACE = 'UPDATE outside SET value = $2 WHERE name = $1 AND value = $3 RETURNING 1';

/** The last checkpoint and the verifier key, a row each. */
export function openAnchorDatabase(line: Line): { anchor: Anchor; verifierKey: KeptKey } {
  async function find(name: string): Promise<string | undefined> {
    const rows = await line.read(READ, [name]);
    return rows?.[0]?.[0] as string | undefined;
  }

  return {
    anchor: {
      read: () => find('checkpoint'),
      async swap(expected, next) {
        const rows =
          expected === undefined
            ? await line.write(MAKE, ['checkpoint', next])
            : await line.write(REPLACE, ['checkpoint', next, expected]);
        return rows.length === 1;
      },
    },
    verifierKey: {
      read: () => find('verifier-key'),
      async keep(vkey) {
        await line.write(MAKE, ['verifier-key', vkey]);
        return (await find('verifier-key')) ?? vkey;
      },
    },
  };
}
