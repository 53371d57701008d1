import { answerOn, Differs } from './answer.ts';
import { credentials, type Day } from './cast.ts';

interface Receipt {
  readonly body: string;
  readonly opening?: unknown;
}

/** Wen leaves: keys destroyed, nothing to be read any more, and a log that still holds. */
export async function erasing({ stage, api, arrive, wen }: Day): Promise<void> {
  stage.chapter('S  Wen leaves');
  const page = await wen.browser.read('/mine/history?own=yes');
  const [, entry] = /\/mine\/history\/([\w-]+)"/.exec(page) ?? [];
  if (entry === undefined) throw new Differs('The history has no entry to look up.');
  const receipt = `/v1/entries/${entry}/receipt`;
  const toWen = `${receipt}?person=${wen.person}`;
  const before = await api.get<Receipt>(toWen);
  stage.holds('before: the receipt of a record opens, and names Wen', Boolean(before.opening));
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
  const after = await api.get<Receipt>(receipt);
  stage.holds(
    'the record itself stays, and says of nobody',
    after.body === before.body && !after.opening,
  );
}
