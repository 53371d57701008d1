import { answerOf, answerOn, Differs, type Told } from './answer.ts';
import { credentials, type Day } from './cast.ts';
import type { Visitor } from './visitor.ts';

/** The Supplement: a person’s own rights, on their own pages. */
export async function rights({ stage, wen }: Day): Promise<void> {
  stage.chapter('S  Wen’s own');
  const { browser } = wen;
  const held = await browser.read('/mine');
  stage.decides('Wen looks at what is held', answerOn(held), { permitted: 'S.2.1' });
  stage.holds(
    'all of it is there',
    [wen.email, wen.phone, wen.address].every((value) => held.includes(value)),
  );
  const moved = await browser.send('/mine/correct', {
    'contact.address': '3 Ferry Steps, Xiamen 361001',
  });
  stage.decides('Wen has moved, and corrects the address', answerOn(moved.text), {
    permitted: 'S.3.1',
  });
  const copy = JSON.parse((await browser.send('/mine/take', { format: 'json' })).text) as {
    held: unknown[];
    sentence: string;
  };
  stage.holds(
    `Wen takes a copy along (${copy.held.length} values, by ${copy.sentence})`,
    copy.held.length > 0,
  );
  const page = await browser.read('/mine/history');
  stage.decides('Wen looks at who saw it', answerOn(page), { permitted: 'S.2.2' });
  const history = await wholeHistory(browser);
  const lines = ['#3.f.2', 'Lantern Post', 'Brightlist'].filter((word) => history.includes(word));
  stage.holds('the history tells who saw what, and what was refused', lines.length === 3);
}

/** Page after page, as far back as it goes. */
async function wholeHistory(browser: Visitor): Promise<string> {
  let pages = '';
  for (let path: string | undefined = '/mine/history'; path !== undefined; ) {
    const page: string = await browser.read(path);
    pages += page;
    path = /rel="next" href="([^"]+)"/.exec(page)?.[1]?.replaceAll('&amp;', '&');
  }
  return pages;
}

interface Receipt {
  readonly body: string;
}

/** A look at one line of a history: decided, with what opens the line’s record. */
type Look = Told & { readonly value: Receipt & { readonly opening: { readonly person: string } } };

/** Wen leaves: keys destroyed, nothing to be read any more, and a log that still holds. */
export async function erasing({ stage, api, arrive, wen }: Day): Promise<void> {
  stage.chapter('S  Wen leaves');
  const page = await wen.browser.read('/mine/history?own=yes');
  const [, entry] = /\/mine\/history\/([\w-]+)"/.exec(page) ?? [];
  if (entry === undefined) throw new Differs('The history has no entry to look up.');
  const toWen = `/v1/subjects/${wen.person}/history/${entry}/receipt`;
  const before = await api.get<Look>(toWen);
  stage.decides('Wen opens the receipt of a record', answerOf(before), { permitted: 'S.2.2' });
  stage.holds('before: it names Wen', before.value.opening.person === wen.person);
  const left = await wen.browser.send('/mine/leave', { password: wen.password });
  stage.decides('Wen has everything erased', answerOn(left.text), { permitted: 'S.4.1' });
  const again = await arrive().send('/login', credentials(wen));
  stage.holds('after: there is no such account', again.status === 422);
  const use = { person: wen.person, purpose: 'account', categories: ['contact.name'] };
  const turned = await api.turnedAway('POST', '/v1/acts/use', use);
  stage.holds(`every act about Wen is turned away (${turned})`, turned === 'AVOW_ERASED');
  const history = await api.turnedAway('GET', `/v1/subjects/${wen.person}/history`);
  stage.holds(`there is no history any more (${history})`, history === 'AVOW_ERASED');
  const unlinked = await api.turnedAway('GET', toWen);
  stage.holds(`no record opens to Wen (${unlinked})`, unlinked === 'AVOW_ERASED');
  const after = await api.get<Receipt>(`/v1/entries/${entry}/receipt`);
  stage.holds(
    'the record itself stays, and says of nobody',
    after.body === before.value.body && !JSON.stringify(after).includes(wen.person),
  );
}
