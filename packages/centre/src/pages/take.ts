import { html } from '@avow/server/look';
import type { Context } from 'hono';
import { asCsv } from '../export/csv.ts';
import { asJson } from '../export/json.ts';
import { faultPage, stranger } from '../web/fault.ts';
import { readForm } from '../web/form.ts';
import { centrePage } from '../web/frame.ts';
import { answered, clauseOn, policyWords } from '../web/policy.ts';
import { type Centre, known, type Visit } from '../web/visit.ts';

/** What an export is, and the two forms it comes in. */
export const take = () =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { take } = visit.words;
    const main = html`<h1>${take.title}</h1><p class="lead">${take.lead}</p>
${await clauseOn(visit, person, 'export')}
${way(visit, 'json', take.json, take.jsonHelp)}${way(visit, 'csv', take.csv, take.csvHelp)}`;
    return c.html(centrePage(visit, take.title, main));
  }, stranger);

const way = ({ words, to }: Visit, format: string, title: string, help: string) =>
  html`<form class="card copy" method="post" action="${to('/take')}"><h2>${title}</h2><p>${help}</p>
<button class="button button-plain" name="format" value="${format}" aria-label="${words.take.download}: ${title}">${words.take.download}</button></form>`;

/** Everything held of the reader, as a file, written as it is read. */
export const taking = (centre: Centre) =>
  known(async (c, person) => {
    const { visit } = c.var;
    const { take, held } = visit.words;
    const { format } = await readForm(c, ['format']);
    if (format !== 'json' && format !== 'csv') return faultPage(c, 'bad');
    const decided = await centre.avow.export({ person });
    if (!decided.permitted) {
      const main = html`<h1>${take.title}</h1>${answered(visit, decided, { title: held.refused })}`;
      return c.html(centrePage(visit, take.title, main));
    }
    if (format === 'csv') {
      const { category } = policyWords(visit);
      return file(c, 'csv', asCsv(decided.value.held, take.columns, category));
    }
    return file(c, 'json', asJson(centre.avow, person, decided));
  }, stranger);

const types = { json: 'application/json', csv: 'text/csv; charset=utf-8' } as const;

function file(c: Context, format: keyof typeof types, text: AsyncIterable<string>): Response {
  const body = ReadableStream.from(text).pipeThrough(new TextEncoderStream());
  return c.body(body as ReadableStream, 200, {
    'Content-Type': types[format],
    'Content-Disposition': `attachment; filename="my-data.${format}"`,
  });
}
