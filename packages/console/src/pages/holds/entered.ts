import { type HoldKind, isAvowFault } from 'avow';
import { readForm, readTicked } from '../../web/form.ts';
import type { Seen, Visit } from '../../web/visit.ts';
import { leavesOf } from '../engage/allowed.ts';
import { type Came, readDocument } from '../form/document.ts';
import { readEnd } from '../form/end.ts';

export const kinds = ['proceedings', 'investigation', 'duty'] as const satisfies HoldKind[];

/** What stands in the form of a hold, as it was entered. */
export interface Entered {
  readonly kind: string;
  /** Ticked or empty. */
  readonly everything: string;
  readonly categories: readonly string[];
  readonly until: string;
}

export const nothingEntered: Entered = { kind: '', everything: '', categories: [], until: '' };

/** What is wrong, by field. */
export type Wrong = Partial<Record<keyof Entered | 'document', string>>;

export async function readEntered(c: Seen): Promise<Entered & { readonly document: Came }> {
  const one = await readForm(c, ['kind', 'everything', 'until']);
  const { kind, everything, until } = one;
  const [categories, document] = [await readTicked(c, 'categories'), await readDocument(c)];
  return { kind, everything, until, categories, document };
}

/** What a hold may name: every word of the policy for information. */
export const coverable = ({ place }: Visit): readonly string[] =>
  leavesOf(place.avow.policy.current().policy.vocabulary.categories);

/** The same as the library takes it; or all that is wrong with it, at once and in words. */
export function termsIn(
  visit: Visit,
  { kind: named, everything, categories, until, document }: Awaited<ReturnType<typeof readEntered>>,
  now: number,
) {
  const { placeHold, document: papers } = visit.words;
  const may = coverable(visit);
  const kind = kinds.find((each) => each === named);
  const end = readEnd(until, now);
  const isAll = everything !== '';
  // Both is none: who ticked a few may have meant no more than these.
  const isCoverClear =
    isAll !== categories.length > 0 && categories.every((one) => may.includes(one));
  if (kind === undefined || document.wrong !== undefined || end.isWrong || !isCoverClear) {
    const wrong: Wrong = {
      ...(kind === undefined && { kind: placeHold.wrong.kind }),
      ...(document.wrong !== undefined && { document: papers.wrong[document.wrong] }),
      ...(!isCoverClear && { categories: placeHold.wrong.categories }),
      ...(end.isWrong && { until: placeHold.wrong.until }),
    };
    return { wrong };
  }
  return {
    terms: {
      ...{ kind, document: document.digest },
      ...(!isAll && { categories: [...new Set(categories)] }),
      ...(end.at !== undefined && { until: end.at }),
    },
  };
}

/** What the library would not take, at its field; undefined: a fault of another kind. */
export function wrongBy({ words }: Visit, fault: unknown): Wrong | undefined {
  const { wrong } = words.placeHold;
  if (isAvowFault(fault, 'AVOW_TOO_MANY')) return { kind: wrong.many };
  if (!isAvowFault(fault, 'AVOW_INPUT', 'AVOW_UNKNOWN_WORD')) return undefined;
  if (fault.field === 'until') return { until: wrong.until };
  return fault.field?.startsWith('categories') ? { categories: wrong.categories } : undefined;
}
