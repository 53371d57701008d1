import type { Mark, MarkKind } from '@avow/policy';
import type { ClinicText } from '../parameters.ts';

/** What one law says beside the sentences, by their ids. */
export interface ClinicProfile {
  readonly id: string;
  readonly marks: Readonly<Record<string, Mark & { readonly note: ClinicText }>>;
}

const marking = (mark: MarkKind) => (en: string, zh: string) => ({
  mark,
  note: { en, 'zh-CN': zh },
});

/** The law asks for no more than the sentence says. */
export const asWritten = marking('as-written');

/** The law allows it, with something beside it that the note names. */
export const withASafeguard = marking('with-a-safeguard');

/** The law may not allow it: whoever runs the clinic must decide, and be able to say why. */
export const yourDecisionNeeded = marking('your-decision-needed');
