import { answerOf, Differs, type Told } from './answer.ts';
import type { Api } from './api.ts';
import type { Day } from './cast.ts';

/** Clause 4: where it lies, and what leaves. */
export async function storage({ stage, api, wen }: Day): Promise<void> {
  stage.chapter('4  Where it is kept');
  const { person } = wen;
  const categories = ['contact.name'];
  const abroad = { person, purpose: 'keeping', categories, to: 'platform' };
  stage.decides('A copy would go to a server abroad', await api.act('transfer', abroad), {
    refused: 'P.1',
    ground: '4',
  });
  await api.write('POST', '/v1/parties/pelican-air/engagements', {
    as: 'servicePartner',
    purposes: ['fulfilment'],
    categories,
    country: 'SG',
  });
  const parcel = { person, purpose: 'fulfilment', categories, to: { party: 'pelican-air' } };
  stage.decides(
    'Pelican Air, which keeps its books abroad, asks for a name',
    await api.seal('disclose', parcel),
    { refused: '4.3' },
  );

  const jonas = await visitor(api);
  const keep = async (what: string, expected: Parameters<typeof stage.decides>[2]) =>
    stage.decides(what, await kept(api, jonas), expected);
  await keep('Jonas, who lives in Germany, gives his name', { refused: '4.3' });
  const { mechanism } = await api.write<{ mechanism: string }>('POST', '/v1/mechanisms', {
    ...{ kind: 'contract', origin: 'DE', destination: 'CN', categories },
    ...{ purposes: ['keeping'], document: 'e'.repeat(64) },
  });
  await keep('A standard contract covers that it is kept in China', { permitted: '1.a.1' });
  stage.holds(
    'Jonas reads in his history that it was a transfer, and by which mechanism',
    (await named(api, jonas)).includes(mechanism),
  );
  await api.write('DELETE', `/v1/mechanisms/${mechanism}`);
  await keep('The contract has ended', { refused: '4.3' });
}

/** Somebody who lives abroad, and has accepted. */
async function visitor(api: Api): Promise<string> {
  const { person } = await api.write<{ person: string }>('POST', '/v1/subjects', { country: 'DE' });
  const answer = { answer: 'accept', language: 'en' };
  await api.write('POST', `/v1/subjects/${person}/agreement`, answer);
  return person;
}

async function kept(api: Api, person: string) {
  const fields = { 'contact.name': 'Jonas' };
  const what = { purpose: 'account', fields };
  return answerOf(await api.write<Told>('POST', `/v1/subjects/${person}/fields`, what));
}

/** The mechanisms that the newest transfer in somebody's history names. */
async function named(api: Api, person: string): Promise<readonly string[]> {
  const told = await api.get<Told>(`/v1/subjects/${person}/history?limit=5`);
  const lines = told.value?.['history'] as readonly {
    readonly what: { readonly mechanisms?: readonly { readonly mechanism: string }[] | null };
  }[];
  const transfer = lines.find(({ what }) => (what.mechanisms ?? []).length > 0);
  if (transfer === undefined) throw new Differs('The history tells of no transfer.');
  return (transfer.what.mechanisms ?? []).map(({ mechanism }) => mechanism);
}
