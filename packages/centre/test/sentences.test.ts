import { expect, it } from 'vitest';
import { member, place } from './place.ts';

it('the policy says beside a sentence how often it decided about its reader, and shows which', async () => {
  const { avow, get } = await place();
  const [person, other] = [await member(avow), await member(avow)];
  const use = (who: typeof person) =>
    avow.act('use', { person: who, purpose: 'account', categories: ['contact.name'] });
  const { sentence } = await use(person);
  await use(person);
  await use(other);

  const beside = async (who: typeof person) => {
    const page = await (await get('/policy', who)).text();
    const at = page.indexOf(`<div class="sentence" id="${sentence}">`);
    return page.slice(at, page.indexOf('<div class="sentence"', at + 1));
  };
  expect(await beside(person)).toContain('<strong>2 permitted</strong>');
  expect(await beside(other)).toContain('<strong>1 permitted</strong>');

  const [, href = ''] = /href="\/mine(\/history[^"]*)"/.exec(await beside(person)) ?? [];
  const history = await (await get(href.replaceAll('&amp;', '&'), person)).text();
  expect(history.match(/<li class=""><time/g)).toHaveLength(2);
  // The same of what went where: each end of the sentence leads to the lines that it was counted from.
  const flows = await (await get('/flows?of=all', person)).text();
  const way = `href="/mine(/history\\?recipient=platform&amp;sentence=${sentence}&amp;own=yes)"`;
  const [, to = ''] = new RegExp(way).exec(flows) ?? [];
  const those = await (await get(to.replaceAll('&amp;', '&'), person)).text();
  expect(those.match(/<li class=""><time/g)).toHaveLength(2);
  expect(await (await get('/flows', person)).text()).toContain('become known to anybody else');
  // To count was to look: it stands in the history as every look does.
  const looks = await (await get('/history?own=yes&sentence=S.2.2', person)).text();
  expect(looks).toContain('#S.2.2');
});
