import { empty, html, type Markup, none, table } from '@avow/server/look';
import type { CampaignProgress } from 'avow';
import { cited, policyWords } from '../../web/policy.ts';
import type { Visit } from '../../web/visit.ts';
import { progress } from '../progress.ts';
import { sum } from './one.ts';

/** How many people stand where, and those whom the policy refuses by the sentence that does. */
export function counted(visit: Visit, { mail, isOver, state }: CampaignProgress): Markup {
  const { words, language } = visit;
  const { campaign: said } = words;
  const { told, waiting, unreachable, unsuited = 0, failed, uncertain } = mail;
  const refused = sum(mail.refused);
  const finished = told + unreachable + unsuited + failed + uncertain + refused;
  const number = (value: number) => value.toLocaleString(language);
  const bar = said.bar(number(finished), number(finished + waiting));
  return html`${progress(bar, finished, finished + waiting)}
${table({
  caption: said.progress,
  head: [said.where, { label: said.people, figures: true }],
  rows: [
    [said.told, number(told)],
    [said.waiting, number(waiting)],
    [said.refused, number(refused)],
    [said.unreachable, number(unreachable)],
    ...(mail.unsuited === undefined ? [] : [[said.unsuited, number(unsuited)]]),
    [said.failed, number(failed)],
    [said.uncertain, number(uncertain)],
  ],
})}
${isOver && state !== 'ended' ? html`<p>${said.over}</p>` : none}
${uncertain > 0 ? html`<p>${said.uncertainNote}</p>` : none}
<h2>${said.refused}</h2>${refusals(visit, mail.refused)}`;
}

/** Who is refused, as counts, by the sentence. */
export function refusals(visit: Visit, refused: Readonly<Record<string, number>>): Markup {
  const { words, language } = visit;
  const { campaign: said } = words;
  const spoken = policyWords(visit);
  const found = Object.entries(refused).sort(([a, first], [b, second]) =>
    first === second ? (a < b ? -1 : 1) : second - first,
  );
  if (found.length === 0) return empty(said.refusedNone);
  return table({
    caption: said.refused,
    head: [said.sentence, said.text, { label: said.people, figures: true }],
    rows: found.map(([sentence, count]) => [
      cited(visit, sentence),
      spoken.sentence(sentence) ?? none,
      count.toLocaleString(language),
    ]),
  });
}
