import type { Campaign, NewCampaign } from 'avow';
import { readForm } from '../../web/form.ts';
import type { Seen } from '../../web/visit.ts';
import { DAY, dayOf } from '../form/date.ts';

/** What stands in the form, as it was entered. */
export interface Entered {
  /** By language of the policy. */
  readonly texts: Campaign['texts'];
  readonly interest: string;
  /** The last day, as `<input type="date">` has it. */
  readonly until: string;
}

export const nothingEntered: Entered = { texts: {}, interest: '', until: '' };

/** A draft as it stands, to be changed. */
export function enteredOf({ texts, interest = '', until }: Campaign): Entered {
  const last = until === undefined ? '' : new Date(until - 1).toISOString().slice(0, 10);
  return { texts, interest, until: last };
}

export async function readEntered(c: Seen, languages: readonly string[]): Promise<Entered> {
  const [one, said] = await Promise.all([
    readForm(c, ['interest', 'until']),
    readForm(
      c,
      languages.flatMap((language) => [`subject-${language}`, `text-${language}`]),
    ),
  ]);
  const texts = Object.fromEntries(
    languages.map((language) => [
      language,
      {
        subject: said[`subject-${language}`] ?? '',
        // As a form sends it a line ends otherwise than in a message.
        text: (said[`text-${language}`] ?? '').replaceAll('\r\n', '\n'),
      },
    ]),
  );
  return { ...one, texts };
}

/** The same as the library takes it. */
export function meant({ texts, interest, until }: Entered): NewCampaign {
  const end = endOf(until);
  return {
    texts,
    ...(interest !== '' && { interest }),
    // Through the whole of its last day.
    ...(end !== undefined && { until: end }),
  };
}

/** The moment at which the last day is over; undefined if it is none. */
export function endOf(until: string): number | undefined {
  const last = dayOf(until);
  return last === undefined ? undefined : last + DAY;
}
