import type { Words } from '@avow/policy';
import { isFault } from '@avow/vault';
import { perform } from '../act/act.ts';
import type { Question } from '../act/question.ts';
import { actions, evidenceClass, purposes, reportCategory } from '../conventions.ts';
import type { Deployment } from '../deployment.ts';
import { digestsOf } from '../disclosures/digest.ts';
import { fieldsOf } from '../door/fields.ts';
import { repeatable } from '../door/idempotency.ts';
import { asPersonId } from '../door/ids.ts';
import { flag, LONGEST_VALUE, malformed, moment, text } from '../door/text.ts';
import { word } from '../door/words.ts';
import type { LeakId, PersonId } from '../face/ids.ts';
import type { Leaks, Reporting } from '../face/leaks.ts';
import { AvowError, isAvowFault } from '../fault.ts';
import { findersBy } from '../register/finder.ts';
import {
  LEAK,
  type LeakBody,
  leakRef,
  MOST_LEAKS,
  openLeaks,
  untouched,
} from '../register/leak.ts';
import { personOf } from '../register/person.ts';
import { addEvidence } from '../rows/change.ts';
import { readNow } from '../rows/reading.ts';
import { frozenByOwner } from './freeze.ts';
import { canFreeze, changePerson, othersFreezing } from './standing.ts';

interface Report {
  readonly values: Readonly<Record<string, string>>;
  readonly happened: number;
  readonly said: string;
}

/** Takes a report of a leak; the account is frozen with it where its owner asks for that. */
export function reportsWith(deployment: Deployment): Pick<Leaks<Words>, 'report' | 'reportAbout'> {
  const { vault, policy } = deployment;
  const words = () => policy.current().policy.vocabulary;
  return {
    report: async (what) =>
      take(
        deployment,
        asPersonId(what.person),
        reportFrom(what, words()),
        what.freeze !== undefined && flag('freeze', what.freeze),
        what,
      ),

    async reportAbout(what) {
      const { category, value } = what.account;
      const known = word('account.category', category, 'categories', words());
      const reads = findersBy(vault, known, text('account.value', value, LONGEST_VALUE));
      const report = reportFrom(what, words());
      const found = await readNow(vault, ...reads);
      const [finder] = reads.flatMap((read) => found.of(read));
      if (finder === undefined) return;
      await take(deployment, asPersonId(finder.person), report, false, {}).catch(untold);
    },
  };
}

/** What is the matter with an account is no business of whoever names it. */
function untold(problem: unknown): void {
  const isOwn = isAvowFault(problem, 'AVOW_TOO_MANY', 'AVOW_NOT_FOUND');
  if (!isOwn && !isFault(problem, 'AVOW_ERASED')) throw problem;
}

function reportFrom(what: Reporting<Words>, words: Words): Report {
  return {
    values: Object.fromEntries(fieldsOf(what.values, words)),
    happened: moment('happened', what.happened),
    said: text('text', what.text, LONGEST_VALUE),
  };
}

function take(
  deployment: Deployment,
  person: PersonId,
  { values, happened, said }: Report,
  freeze: boolean,
  options: { readonly idempotencyKey?: string },
) {
  const { vault } = deployment;
  const id = vault.mint() as LeakId;
  const about = { person, to: 'platform', leak: 'reported', categories: [reportCategory] } as const;
  const questions: [Question, ...Question[]] = [
    { ...about, action: actions.fromPerson, purpose: purposes.security },
    { ...about, action: actions.store, purpose: purposes.keeping },
  ];
  const request = repeatable(options, 'leaks.report', { person, values, happened, said, freeze });
  return perform<{ readonly leak: LeakId }>(
    deployment,
    () => ({
      person,
      questions,
      lock: 'exclusive',
      reads: [personOf(person), openLeaks(person), ...othersFreezing(person)],
      seals: () => [evidenceClass],
      apply({ rows, now, seals }) {
        if (happened > now) throw malformed('happened', 'must not lie in the future');
        if (rows.of(openLeaks(person)).length >= MOST_LEAKS) {
          throw new AvowError('AVOW_TOO_MANY', 'too many reports wait', 'person');
        }
        const freezing = freeze ? changePerson(rows, person, { state: 'suspended' }) : [];
        const body: LeakBody = {
          ...{ ...untouched, happened, values: digestsOf(vault, values) },
          ...(freeze ? frozenByOwner(now, canFreeze(rows, person)) : {}),
        };
        const row = { id, kind: LEAK, person, ref: leakRef(person), state: 'open', at: now };
        const sealed = seals.sealText({ id, person }, said);
        return {
          value: { leak: id },
          changes: [...freezing, addEvidence({ ...row, ...sealed }, body)],
          touched: [id],
          kept: id,
        };
      },
    }),
    { ...request, value: (kept) => ({ leak: kept as LeakId }) },
  );
}
