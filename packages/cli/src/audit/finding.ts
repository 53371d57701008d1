import type { AuditFinding } from 'avow';

/** A finding of an audit in words: the thing that is wrong, and why. */
export interface Found {
  readonly what: string;
  readonly why: string;
}

export function foundInWords(finding: AuditFinding): Found {
  switch (finding.kind) {
    case 'checkpoint':
    case 'previous': {
      const what = finding.kind === 'previous' ? 'the earlier checkpoint' : 'the last checkpoint';
      return { what, why: `it is no note that the log's key signed (${finding.where})` };
    }
    case 'tile': {
      const what = `tile ${finding.n} of level ${finding.level}`;
      return { what, why: tileProblem[finding.problem](finding.position) };
    }
    case 'entry-altered':
      return { what: entry(finding.index), why: 'it was altered: the tree holds other bytes' };
    case 'entry-misplaced':
      return {
        what: entry(finding.index),
        why: `here stands what the tree has as entry ${finding.belongsAt}`,
      };
    case 'entry-missing':
      return {
        what: entry(finding.index),
        why: 'it was removed: the tree holds it, the store does not',
      };
    case 'entry-added':
      return { what: entry(finding.index), why: 'it was added: the signed tree ends before it' };
    case 'root':
      return {
        what: 'the root of the tree',
        why: 'entries and tiles lead to another than was signed',
      };
    case 'shrunk':
      return {
        what: 'the log',
        why: `it has ${finding.size} entries, and had ${finding.previousSize} at the earlier checkpoint`,
      };
    case 'rewritten':
      return {
        what: `the first ${finding.size} entries`,
        why: 'they are not those of the earlier checkpoint: the log was rewritten',
      };
    case 'checkpoint-kept':
      return {
        what: `the checkpoint of ${finding.size} entries`,
        why: 'it is not of this log, or not of this tree',
      };
    case 'anchor':
      return { what: 'the checkpoint kept outside the stores', why: headProblem[finding.problem] };
    case 'against':
      return { what: 'the checkpoint that you brought', why: headProblem[finding.problem] };
    case 'entry-malformed':
      return { what: placed(finding), why: 'it is not in the form that entries are written in' };
    case 'entry-renamed':
      return { what: placed(finding), why: 'it is stored under another id than its own' };
    case 'tally':
      return {
        what: `what sentence ${finding.sentence} did so far`,
        why: 'it was altered: the entries count otherwise',
      };
    case 'entry-unfounded':
      return { what: placed(finding), why: 'it removes a row that no entry before it had added' };
    case 'replay':
      return { what: placed(finding), why: finding.problem };
    case 'row-altered':
      return { what: row(finding), why: 'it was altered: it is not what its own hash says' };
    case 'row-rolled-back':
      return { what: row(finding), why: 'it was rolled back: an entry has replaced or removed it' };
    case 'row-added':
      return {
        what: row(finding),
        why: 'it was added, or altered with its hash: no entry tells of it',
      };
    case 'row-missing':
      return {
        what: `a row of ${placed(finding)}`,
        why: 'it was removed, and no entry tells of that',
      };
    case 'record-sealed':
      return { what: row(finding), why: 'it does not open with its key' };
  }
}

const tileProblem = {
  missing: () => 'it was removed',
  malformed: () => 'it is not made of whole hashes',
  altered: (position: number) =>
    `it was altered: its hash ${position} is not what the entries give`,
};

const headProblem = {
  unsigned: "it is no note that the log's key signed",
  'log-shrunk': 'the log is shorter than it was then: it was put back to an earlier day',
  'log-rewritten': 'the log does not begin with what it held then: it was rewritten',
};

const entry = (index: number): string => `entry ${index}`;

const placed = ({ position }: { readonly position: number | null }): string =>
  position === null ? 'an entry that waits for the tree' : entry(position);

const row = ({ table, id }: { readonly table: string; readonly id: string }): string =>
  `row ${id} of table ${table}`;
