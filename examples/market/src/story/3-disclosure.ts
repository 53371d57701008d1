import { answerOn, Differs } from './answer.ts';
import type { Day } from './cast.ts';
import { atTheDesk } from './desk.ts';
import { engage } from './engage.ts';
import { labelAt } from './label.ts';
import { comesIn } from './partner.ts';
import { paying } from './paying.ts';
import { talking } from './talking.ts';

/** What the order of the day is known by, on its page and in the records. */
export interface Ordered {
  readonly order: string;
  readonly path: string;
}

/** Lan lists an article, Wen orders it: both on the pages of the market. */
export async function ordering({ stage, wen, lan }: Day): Promise<Ordered> {
  stage.chapter('An order');
  const thing = {
    name: 'Brass compass',
    body: 'Points north, mostly.',
    price: '88',
    picture: 'compass',
  };
  const listed = await lan.browser.send('/sell', thing);
  stage.holds('Lan puts a compass on the shelf', listed.path.startsWith('/goods/'));
  const page = await wen.browser.send(`${listed.path}/order`);
  if (!page.path.startsWith('/orders/')) throw new Differs('Ordering leads to no order.');
  stage.holds('Wen orders it', page.status === 200);
  return { path: page.path, order: page.path.replace('/orders/', '') };
}

/** Clause 3: disclosure, ground by ground. */
export async function disclosure(day: Day, { order, path }: Ordered): Promise<void> {
  const { stage, api, wen, lan } = day;
  stage.chapter('3  What is disclosed');
  await betweenTheSides(day, path);
  await talking(day, path);

  const carrier = {
    person: wen.person,
    purpose: 'fulfilment',
    to: { party: 'Lantern-Post' },
    order,
  };
  const parcel = { ...carrier, categories: ['contact.name', 'contact.phone', 'contact.address'] };
  const handed = await api.seal('disclose', parcel);
  stage.decides('Lantern Post is told where the parcel goes, sealed', handed, {
    permitted: '3.b.1',
  });
  const label = labelAt(handed.value?.['disclosure']);
  if (label) stage.holds('and prints a label at its desk', (await label()).includes(wen.address));
  const post = await comesIn(api, 'Lantern-Post');
  const read = () => post.reads(handed.value);
  stage.decides('Lantern Post reads at the door whom to call', await read(), {
    permitted: '2.a.4',
  });
  await wen.browser.send(`${path}/receive`);
  stage.tells('Wen has the compass, and closes the order');
  stage.decides('Lantern Post reads it once more, afterwards', await read(), {
    refused: '2.a.5',
  });
  if (label) {
    const last = await label();
    stage.holds('and prints no other label, by 2.a.5', last.includes('<b>2.a.5</b>'));
  }
  const late = await lan.browser.send(`${path}/contact`);
  stage.holds('a closed order can no longer be asked about', late.status === 400);
  await byOwnWish(day);
  await atTheDesk(day);
}

/** 3.f: before and after performing, for both sides. */
async function betweenTheSides(day: Day, path: string): Promise<void> {
  const { stage, wen, lan } = day;
  const early = await wen.browser.send(`${path}/contact`);
  stage.decides('Wen asks for Lan’s contact before paying', answerOn(early.text), {
    refused: '3.f.2',
  });
  await paying(day, path);
  const asked = await wen.browser.send(`${path}/contact`);
  stage.decides('Wen asks again', answerOn(asked.text), { permitted: '3.f.1' });
  stage.holds('and sees Lan’s phone number', asked.text.includes(lan.phone));
  const unpaid = await lan.browser.send(`${path}/contact`);
  stage.decides('Lan asks for Wen’s contact before shipping', answerOn(unpaid.text), {
    refused: '3.f.2',
  });
  const shipped = await lan.browser.send(`${path}/ship`);
  stage.decides('Lan ships; Lantern Post may read where to', answerOn(shipped.text), {
    permitted: '2.a.4',
  });
  stage.holds('and Lan does not see Wen’s address by it', !shipped.text.includes(wen.address));
}

/** 3.a: what a person allowed beforehand, until they take it back. */
async function byOwnWish({ stage, api, wen }: Day): Promise<void> {
  const { person } = wen;
  const what = { categories: ['contact.phone'] };
  await engage(api, 'quay-notary', 'thirdParty', 'wish', what.categories);
  const asked = { ...what, person, purpose: 'wish', to: { party: 'quay-notary' } };
  stage.decides('A notary claims that Wen wishes to be called', await api.seal('disclose', asked), {
    refused: 'P.1',
    ground: '3.a',
  });
  const { consent } = await api.write<{ consent: string }>(
    'POST',
    `/v1/subjects/${person}/consents`,
    {
      ...what,
      party: 'quay-notary',
      action: 'disclose',
      purposes: ['wish'],
      language: 'en',
      answer: 'give',
    },
  );
  stage.decides('Wen does wish it, and says so', await api.seal('disclose', asked), {
    permitted: '3.a.1',
  });
  await api.write('DELETE', `/v1/subjects/${person}/consents/${consent}`);
  stage.decides('Wen no longer wishes it', await api.seal('disclose', asked), {
    refused: 'P.1',
    ground: '3.a',
  });
}
