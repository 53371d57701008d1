import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serverUrl } from '../packages/vault/test/postgres/database.ts';
import { closing } from './closing.ts';
import { decide } from './decide.ts';
import { erasing } from './erasing.ts';
import { growth } from './growth.ts';
import { guarded } from './guarded.ts';
import { importing } from './importing.ts';
import { ledger } from './ledger.ts';
import { policy } from './policy.ts';
import { renderTable } from './table.ts';

// That they run and answer rightly; what they measure at this size means nothing, and is not looked at.
test.each([
  ['decide', decide],
  ['guarded', guarded],
  ['importing', importing],
  ['ledger', ledger],
  ['erasing', erasing],
  ['closing', closing],
  ['growth', growth],
  ['policy', policy],
])(
  'benchmark %s runs and its answers are right',
  async (_, section) => {
    const server = await serverUrl();
    const folder = mkdtempSync(join(tmpdir(), 'avow-bench-'));
    try {
      const tables = await section({ scale: 'tiny', large: false, folder, server });
      const rows = tables.flatMap((table) => table.rows);
      expect(rows).not.toHaveLength(0);
      for (const { what, result } of rows) {
        expect(result, what).toHaveProperty('samples', [expect.any(Number)]);
      }
      expect(tables.map(renderTable).join()).not.toContain('NaN');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  120_000,
);
