import { html, terms } from '@avow/server/look';
import { asImportId } from 'avow';
import { faultPage } from '../../web/fault.ts';
import { keyOf, readForm } from '../../web/form.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import type { Console } from '../../web/visit.ts';
import { deedPage } from '../deed.ts';
import { partyLink } from '../party/name.ts';

/** Ending a delivery where it is: what that stops, and what stays. */
export const cancel =
  ({ avow }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const { words, to, language } = visit;
    const { cancelImport: said, import: one, imports: all } = words;
    const found = await avow.imports.get(asImportId(c.req.query('import')));
    if (found === undefined) return faultPage(c, 'notFound');
    if (found.state !== 'open') return faultPage(c, 'changed');
    const back = to('import', { import: found.import });
    const main = deedPage(visit, {
      ...{ ...said, route: 'cancelling', isGrave: true, fields: { import: found.import } },
      way: html`<p class="eyebrow"><a href="${to('imports')}">${all.title}</a> · <a href="${back}">${one.title}</a></p>`,
      about: terms([
        [one.source, partyLink(visit, found.party)],
        [all.next, found.next.toLocaleString(language)],
        [all.kept, found.kept.toLocaleString(language)],
      ]),
      cancel: back,
    });
    return c.html(consolePage(visit, said.title, main));
  };

/** Ends it: from the answer on no further line goes in, by any process. */
export const cancelling =
  ({ avow }: Console): Handle =>
  async (c, { operator: by }) => {
    const form = await readForm(c, ['import', 'once']);
    if (form.import === '') return faultPage(c, 'bad');
    await avow.imports.cancel({ import: asImportId(form.import), by, ...keyOf(form) });
    return c.redirect(c.var.visit.to('import', { import: form.import, done: 'cancelled' }), 303);
  };
