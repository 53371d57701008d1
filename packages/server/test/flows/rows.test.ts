import { describe, expect, it } from 'vitest';
import { type FlowLabels, flowFigure } from '../../src/flows/index.ts';

const labels: FlowLabels = {
  title: 'Picture',
  description: 'left to right',
  rows: 'top to bottom',
  branch: (name) => `branch ${name}`,
  recipient: (name) => `recipient ${name}`,
  times: (count) => `${count} ×`,
  quiet: (count) => `${count} more`,
  href: (part) => `/flow?${new URLSearchParams({ ...part })}`,
};

const quiet = { sentence: '9.z.9', permitted: 0, from: [{ name: 'a', times: 0 }], to: [] };

/** The lines of the rows: what leads where, how long its bar is, how often. */
function rowsOf(flows: Parameters<typeof flowFigure>[0]) {
  const shown = `${flowFigure(flows, labels)}`;
  const rows = shown.slice(shown.indexOf('<div class="flow-rows">'));
  const line =
    /<a href="([^"]*)">([^<]*)<\/a><svg[^>]*><rect width="([\d.]+)" height="6"\/><\/svg><span class="number">([^<]*)</g;
  const lines = [...rows.matchAll(line)].map(([, href, name, width, often]) => ({
    ...{ href, name, often },
    width: Number(width),
  }));
  return { rows, lines };
}

describe('the rows in place of the picture', () => {
  it('say of each sentence from what to whom, and lead on from each part', () => {
    const { lines } = rowsOf([
      {
        ...{ sentence: '1.a.1', permitted: 10 },
        from: [
          { name: 'contact', times: 3 },
          { name: 'visit', times: 1 },
        ],
        to: [{ name: 'us', times: 4 }],
      },
      { ...{ sentence: '2.b.2', permitted: 1 }, from: [{ name: 'visit', times: 1 }], to: [] },
    ]);
    expect(lines.map(({ name, width, often }) => [name, width, often])).toEqual([
      ['branch contact', 75, '3 ×'],
      ['branch visit', 25, '1 ×'],
      ['1.a.1', 100, '10 ×'],
      ['recipient us', 100, '4 ×'],
      // Ten times as often is a step longer.
      ['branch visit', 50, '1 ×'],
      ['2.b.2', 50, '1 ×'],
    ]);
    expect(lines[0]?.href).toBe('/flow?sentence=1.a.1&amp;category=contact');
    expect(lines[3]?.href).toBe('/flow?sentence=1.a.1&amp;recipient=us');
  });

  it('leave out what has not happened, and count it', () => {
    const only = { name: 'contact', times: 2 };
    const happened = {
      ...{ sentence: '1.a.1', permitted: 2 },
      from: [only, { name: 'visit', times: 0 }],
      to: [only],
    };
    const { rows, lines } = rowsOf([happened, quiet]);
    expect(lines.map(({ name }) => name)).toEqual(['branch contact', '1.a.1', 'recipient contact']);
    expect(rows).toContain('1 more');
    expect(rowsOf([happened]).rows).not.toContain('more');
    expect(rowsOf([quiet]).lines).toEqual([]);
  });

  it('name all ends where it is not known how it divided', () => {
    const unknown = { ...quiet, permitted: 3, to: [{ name: 'us', times: 0 }] };
    const { lines } = rowsOf([unknown]);
    expect(lines.map(({ name, often }) => [name, often])).toEqual([
      ['branch a', ''],
      ['9.z.9', '3 ×'],
      ['recipient us', ''],
    ]);
  });
});
