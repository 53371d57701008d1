import type { Decided, Idempotent } from './decision.ts';
import type { CommentId, PersonId, PolicyDigest } from './ids.ts';

/** What a comment is about, and since when it is held. */
interface About {
  readonly version: PolicyDigest;
  /** A sentence of the version, or of the one that it follows; undefined: all of it. */
  readonly sentence: string | undefined;
  readonly at: number;
}

/** A comment as its author sees it. */
export interface OwnComment extends About {
  readonly comment: CommentId;
  readonly text: string;
}

/** A comment as the platform reads it: without its author. */
export interface ReadComment extends About {
  readonly text: string;
}

/**
 * What people say to an announced version, sealed under the keys of whoever said it. It is gone when its
 * author takes it back or is erased, and when its time is over.
 */
export interface Comments {
  /** Whether the policy in force has a word for comments; where it has none, nothing leads to a page for them. */
  areTaken(): boolean;
  /**
   * Keeps a comment: on an announced version, before its date, by somebody who has accepted. 4,000
   * characters at most, and 20 of one person on one version. Rejects with `AVOW_STATE` if the version is
   * not announced, `AVOW_NOT_FOUND` if it has no such sentence, `AVOW_TOO_MANY`.
   */
  add(
    what: Idempotent & {
      readonly person: PersonId;
      readonly version: PolicyDigest;
      readonly sentence?: string;
      readonly text: string;
    },
  ): Promise<Decided<{ readonly version: PolicyDigest }>>;
  /** A person's own comments, newest first. */
  own(person: PersonId): Promise<Decided<{ readonly comments: readonly OwnComment[] }>>;
  /** Takes a comment back; undefined if the person has none of this id. */
  takeBack(what: {
    readonly person: PersonId;
    readonly comment: CommentId;
  }): Promise<Decided<{ readonly count: number }> | undefined>;
  /**
   * The comments on a version, for the platform: each author's by a decision of its own, which stands in
   * their history. They come without names, and in an order that tells nothing of who wrote them. Those
   * that the policy does not permit are left out.
   */
  read(version: PolicyDigest): AsyncIterable<ReadComment>;
}
