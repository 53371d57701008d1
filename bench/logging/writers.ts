import {
  type AuditOutcome,
  parseCheckpoint,
  TILE_WIDTH,
  TreeAudit,
  verifyNote,
} from '@avow/ledger';
import type { Vault } from '@avow/vault';
import { type Figure, percentile, WrongAnswer } from '../rounds.ts';

/** Bytes of a leaf in this benchmark. */
export const ENTRY = 256;

/** Writers that each wait for their entry to be durable before they write the next. */
export interface Writers {
  readonly count: number;
  /** Entries a second over one round, the time included in which all of them come into the tree. */
  round(): Promise<number>;
  /** Latency to durable: one figure a round, in milliseconds, without the warm-up. */
  latency(share: number): Figure;
}

export function writers(vault: Vault, count: number, milliseconds: number): Writers {
  const rounds: number[][] = [];
  return {
    count,
    async round() {
      const before = await sizeOf(vault);
      const latencies: number[] = [];
      const start = performance.now();
      const write = async () => {
        while (performance.now() - start < milliseconds) {
          const begun = performance.now();
          await writeOne(vault);
          latencies.push(performance.now() - begun);
        }
      };
      await Promise.all(Array.from({ length: count }, write));
      await vault.flush();
      const seconds = (performance.now() - start) / 1_000;
      const kept = (await sizeOf(vault)) - before;
      if (kept !== latencies.length) throw new WrongAnswer('the tree lacks entries');
      rounds.push(latencies);
      return latencies.length / seconds;
    },
    latency: (share) => ({
      unit: 'ms',
      samples: rounds.slice(1).map((latencies) => percentile(latencies, share)),
    }),
  };
}

/** A decision about nobody, which comes to 256 bytes of canonical JSON. */
function writeOne(vault: Vault) {
  return vault.act({
    locks: [],
    reads: [],
    decide: () => ({
      answer: undefined,
      entries: [
        {
          kind: 'decision',
          policy: 'kq3mT0pD1rZbY6V9xW8uN5sC',
          action: 'provide',
          purpose: 'delivery',
          recipient: 'partner',
          cells: [['name', 5, 2]],
          permitted: true,
          cites: ['2.a.2'],
        },
      ],
    }),
  });
}

async function sizeOf(vault: Vault): Promise<number> {
  return parseCheckpoint(verifyNote(await vault.checkpoint(), vault.vkey)).size;
}

/** Audits the whole log, and that its entries are as long as is said of them; all but the first, which is the vault's own. */
export async function auditLog(vault: Vault): Promise<AuditOutcome> {
  const size = await sizeOf(vault);
  const tiles = new Map<string, Uint8Array>();
  for (let level = 0, count = size; count > 0; level++, count = Math.floor(count / TILE_WIDTH)) {
    for (let n = 0; n * TILE_WIDTH < count; n++) {
      const width = Math.min(TILE_WIDTH, count - n * TILE_WIDTH);
      tiles.set(`${level}/${n}`, (await vault.tile(level, n, width))!);
    }
  }
  const audit = new TreeAudit({
    checkpoint: await vault.checkpoint(),
    vkey: vault.vkey,
    tiles: { tile: (level, n) => tiles.get(`${level}/${n}`) },
  });
  for (let n = 0; n * TILE_WIDTH < size; n++) {
    const width = Math.min(TILE_WIDTH, size - n * TILE_WIDTH);
    const bodies = (await vault.entries(n, width))!;
    for (const [at, body] of bodies.entries()) {
      if (n + at > 0 && body.length !== ENTRY) throw new Error(`an entry of ${body.length} B`);
      audit.add(body);
    }
  }
  return audit.finish();
}
