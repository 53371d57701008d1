import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { harvesting } from './harvesting.ts';
import { isMet } from './report.ts';
import { renderTable } from './table.ts';

test('of a generated day it finds three harvesters in four, and of ten that it finds nine are some', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'avow-bench-'));
  try {
    const [found] = await harvesting({ scale: 'tiny', large: false, folder });
    expect(found!.rows.map(isMet), renderTable(found!)).toEqual([true, true]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
