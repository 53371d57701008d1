import type { EvidenceRow, Vault } from '@avow/vault';
import { ITEMS, lotFrom } from './lot.ts';
import { reference } from './reference.ts';

/** What a comment is about: a version, and one of its sentences or all of it. Words, no personal values. */
export interface CommentTerms {
  readonly version: string;
  readonly sentence?: string;
  readonly [term: string]: string;
}

/** A comment is an item in a lot of its own, which counts for the version that it is about. */
export function commentRef(version: string): string {
  return reference('comment', version);
}

export function commentTerms(row: EvidenceRow): CommentTerms {
  return lotFrom(row).terms as CommentTerms;
}

const PAGE = 1_000;

/** The comments on a version, some at a time. Opens none of them. */
export async function* commentsOn(
  vault: Pick<Vault, 'read'>,
  version: string,
): AsyncIterable<readonly EvidenceRow[]> {
  const equals = [commentRef(version), ITEMS];
  for (let after = ''; ; ) {
    const page = { table: 'evidence', by: 'ref', equals, after, limit: PAGE } as const;
    const [rows] = await vault.read([page]);
    yield rows;
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.id;
  }
}

/** How many there are. One whose author is gone, or who took it back, is not among them. */
export async function commentCount(vault: Pick<Vault, 'read'>, version: string): Promise<number> {
  let count = 0;
  for await (const rows of commentsOn(vault, version)) count += rows.length;
  return count;
}
