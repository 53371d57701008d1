import { asCampaignId, type Campaign, isAvowFault } from 'avow';
import { faultPage } from '../../web/fault.ts';
import { keyOf, readForm } from '../../web/form.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import type { Console, Seen } from '../../web/visit.ts';
import { type Entered, enteredOf, meant, nothingEntered, readEntered } from './entered.ts';
import { draftForm } from './form.ts';
import { backTo, campaignNamed } from './one.ts';
import { type Wrong, wrongBy, wrongIn } from './wrong.ts';

/** A new draft, or one that is to say something else. */
export const draft =
  ({ avow }: Console): Handle =>
  async (c) => {
    const named = c.req.query('campaign');
    if (named === undefined) return showForm(c, nothingEntered, undefined);
    const found = await campaignNamed(avow, named);
    if (found === undefined) return faultPage(c, 'notFound');
    if (found.state !== 'draft') return faultPage(c, 'changed');
    return showForm(c, enteredOf(found), found.campaign);
  };

/** Keeps it. It goes to nobody before somebody starts it. */
export const drafting =
  ({ avow, now = Date.now }: Console): Handle =>
  async (c, { operator: by }) => {
    const { visit } = c.var;
    const sent = await readForm(c, ['campaign', 'once']);
    const { languages } = avow.policy.current().policy.vocabulary;
    const entered = await readEntered(c, languages);
    const before = sent.campaign === '' ? undefined : asCampaignId(sent.campaign);
    const wrong = wrongIn(visit, entered, languages, now());
    if (Object.keys(wrong).length > 0) return showForm(c, entered, before, wrong);
    try {
      const said = { ...meant(entered), by, ...keyOf(sent) };
      const kept = await (before === undefined
        ? avow.campaigns.draft(said)
        : avow.campaigns.rewrite({ ...said, campaign: before }));
      return backTo(c, kept, 'drafted');
    } catch (fault) {
      const found = isAvowFault(fault) ? wrongBy(visit, fault) : undefined;
      if (found === undefined) throw fault;
      return showForm(c, entered, before, found);
    }
  };

function showForm(
  c: Seen,
  entered: Entered,
  campaign: Campaign['campaign'] | undefined,
  wrong?: Wrong,
) {
  const { visit } = c.var;
  const { draft: said } = visit.words;
  const main = draftForm(visit, entered, campaign, wrong);
  const title = campaign === undefined ? said.title : said.change;
  return c.html(consolePage(visit, title, main), wrong === undefined ? 200 : 422);
}
