import {
  type AuditOutcome,
  parseCheckpoint,
  TILE_WIDTH,
  TreeAudit,
  verifyNote,
} from '@avow/ledger';
import type { Vault } from '@avow/vault';
import { type Load, load } from '../load.ts';
import { WrongAnswer } from '../rounds.ts';

/** Bytes of a leaf in this benchmark. */
export const ENTRY = 256;

/** Writers of entries. The time in which the entries come into the tree belongs to the round. */
export function writers(vault: Vault, count: number, milliseconds: number): Load {
  let before = 0;
  return load({
    name: count === 1 ? '1 writer' : `${count} writers`,
    clients: count,
    milliseconds,
    async prepare() {
      before = await sizeOf(vault);
    },
    operate: async () => void (await writeOne(vault)),
    async settle(entries) {
      await vault.flush();
      const grown = (await sizeOf(vault)) - before;
      if (grown !== entries) throw new WrongAnswer('the tree lacks entries');
    },
  });
}

/** A decision about nobody, in words so short that it comes to 256 bytes of canonical JSON. */
function writeOne(vault: Vault) {
  return vault.act({
    locks: [],
    reads: [],
    decide: () => ({
      answer: undefined,
      entries: [
        {
          kind: 'decision',
          policy: 'p',
          action: 'use',
          purpose: 'own',
          recipient: 'us',
          cells: [['n', 5, 2]],
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
