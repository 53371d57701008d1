import { tick } from '@avow/server/look';
import { faultPage } from '../../web/fault.ts';
import { keyOf, readForm } from '../../web/form.ts';
import { consolePage } from '../../web/frame.ts';
import type { Handle } from '../../web/guard.ts';
import type { Console } from '../../web/visit.ts';
import { campaignDeed } from './confirm.ts';
import { backTo, campaignNamed } from './one.ts';

/** Putting those back in line whom a campaign did not reach. */
export const again =
  ({ avow }: Console): Handle =>
  async (c) => {
    const { visit } = c.var;
    const { again: said } = visit.words;
    const found = await campaignNamed(avow, c.req.query('campaign'));
    if (found === undefined) return faultPage(c, 'notFound');
    if (found.state !== 'running' && found.state !== 'paused') return faultPage(c, 'changed');
    const main = campaignDeed(visit, found, {
      route: 'goingAgain',
      title: said.title,
      lead: said.lead,
      ...(found.mail.uncertain > 0 && {
        inside: tick({ name: 'uncertain', label: said.uncertain }),
      }),
      button: said.button,
    });
    return c.html(consolePage(visit, said.title, main));
  };

/** Pressed twice it is done once: whoever is in line is not put there again. */
export const goingAgain =
  ({ avow }: Console): Handle =>
  async (c, { operator: by }) => {
    const form = await readForm(c, ['campaign', 'uncertain', 'once']);
    const key = keyOf(form);
    const found = await campaignNamed(avow, form.campaign);
    if (found === undefined) return faultPage(c, 'notFound');
    if (found.state !== 'running' && found.state !== 'paused') return faultPage(c, 'changed');
    const { campaign } = found;
    const evenUncertain = form.uncertain === 'yes';
    await avow.campaigns.retry({ campaign, evenUncertain, by, ...key });
    return backTo(c, found, 'again');
  };
