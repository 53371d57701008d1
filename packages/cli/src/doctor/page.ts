import type { Examined } from 'avow';
import { bad, care, good, line, type Page, parts, type Said, table } from '../words/page.ts';

const states = {
  ok: good('ok'),
  warn: care('warn'),
  fail: bad('fail'),
} as const satisfies Record<Examined['state'], Said>;

/** What was looked at, each with how it stands, and what to do where it does not stand well. */
export function examinedPage(found: readonly Examined[]): Page {
  const rows = found.flatMap(({ check, state, says, todo }) => [
    [states[state], check, says],
    ...(todo === undefined ? [] : [['', '', `-> ${todo}`]]),
  ]);
  return parts([line(verdict(found))], [table(rows)]);
}

function verdict(found: readonly Examined[]): Said {
  const states = new Set(found.map(({ state }) => state));
  if (states.has('fail')) return bad('Something must be mended.');
  if (states.has('warn')) return care('Something wants looking at.');
  return good('All is well.');
}
