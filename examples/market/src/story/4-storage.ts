import type { Day } from './cast.ts';

/** Clause 4: where it lies, and what leaves. */
export async function storage({ stage, api, wen }: Day): Promise<void> {
  stage.chapter('4  Where it is kept');
  const { person } = wen;
  const abroad = { person, purpose: 'keeping', categories: ['contact.name'], to: 'platform' };
  stage.decides('A copy would go to a server abroad', await api.act('transfer', abroad), {
    refused: 'P.1',
    ground: '4',
  });
  await api.write('POST', '/v1/parties/pelican-air/engagements', {
    as: 'servicePartner',
    purposes: ['fulfilment'],
    categories: ['contact.name'],
    country: 'SG',
  });
  const parcel = { ...abroad, purpose: 'fulfilment', to: { party: 'pelican-air' } };
  stage.decides(
    'Pelican Air, which keeps its books abroad, asks for a name',
    await api.seal('disclose', parcel),
    {
      refused: '4.3',
    },
  );
}
