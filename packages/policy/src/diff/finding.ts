import type { SentenceId } from '../model/sentence.ts';
import type { DecisionKind } from './difference.ts';
import type { Region } from './regions.ts';

/** A change that holds at every place of a region, shown by a state in which just `truths` are true. */
export interface Finding {
  readonly kind: DecisionKind;
  readonly sentence: SentenceId;
  readonly truths: bigint;
  /** The duty that was dropped. */
  readonly duty?: string;
}

/** Where something was found. */
export interface Found extends Finding {
  readonly boxes: Region<unknown>['boxes'];
}
