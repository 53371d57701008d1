import type { EvidenceRow } from '@avow/vault';
import type { ReadOf, Rows } from '../rows/reading.ts';
import { MOST_ROWS, reference } from './reference.ts';

/**
 * The most choices of one person about one counterpart that count at a time. A refusal finds room where a
 * permission finds none any more; and one choice can replace them all in one entry of the log.
 */
export const MOST_CHOICES = { given: 256, refused: 512 } as const;

/** What a person chose: which act, for what, with what; and the digest of the question they read. */
export interface ChoiceBody {
  readonly action: string;
  readonly purposes: readonly string[];
  readonly categories: readonly string[];
  readonly language: string;
  readonly shown: string;
  readonly given: number;
  readonly withdrawn: number | null;
  /** The version it was asked under, where that was not in force yet. */
  readonly version?: string;
}

export type ChoiceRecord = ChoiceBody & Pick<EvidenceRow, 'id' | 'state' | 'at'>;

/** With whom a choice is about: a party, another user, or the platform itself. */
export function choiceRef(person: string, counterpart: string): string {
  return reference('consent', person, counterpart);
}

/** The choices of a person about a counterpart that still count. */
export function choicesOf(person: string, counterpart: string): ReadOf<'evidence'> {
  const equals = [choiceRef(person, counterpart), 'consent'];
  return { table: 'evidence', by: 'ref', equals, limit: MOST_ROWS };
}

export function choiceFrom(row: EvidenceRow): ChoiceRecord {
  const body = JSON.parse(row.body) as ChoiceBody;
  return { ...body, id: row.id, state: row.state, at: row.at };
}

/** Exactly what a choice must speak of to count. */
export interface Matter {
  readonly action: string;
  readonly purpose: string;
  readonly category: string;
}

/**
 * The person's last word on a matter. The last word counts, whatever it was: a later refusal silences
 * an earlier permission, and a permission given again silences the refusal.
 */
export function lastWord(
  rows: Rows,
  person: string,
  counterpart: string,
  matter: Matter,
): ChoiceRecord | undefined {
  return rows
    .of(choicesOf(person, counterpart))
    .map(choiceFrom)
    .filter((choice) => speaksOf(choice, matter))
    .sort((a, b) => (isLater(a, b) ? 1 : -1))
    .at(-1);
}

/** Whether one piece of evidence came after another; in one millisecond their ids tell, which rise. */
export function isLater(
  one: Pick<EvidenceRow, 'id' | 'at'>,
  other: Pick<EvidenceRow, 'id' | 'at'>,
): boolean {
  return one.at > other.at || (one.at === other.at && one.id > other.id);
}

function speaksOf(choice: ChoiceRecord, { action, purpose, category }: Matter): boolean {
  return (
    choice.action === action &&
    choice.purposes.includes(purpose) &&
    choice.categories.includes(category)
  );
}

/** Whether a later choice leaves nothing of an earlier one to count. */
export function supersedes(
  later: Pick<ChoiceBody, 'action' | 'purposes' | 'categories'>,
  earlier: ChoiceBody,
): boolean {
  return (
    later.action === earlier.action &&
    earlier.purposes.every((purpose) => later.purposes.includes(purpose)) &&
    earlier.categories.every((category) => later.categories.includes(category))
  );
}
