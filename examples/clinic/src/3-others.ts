import { answerOf, type Told } from '../../market/src/story/answer.ts';
import { comesIn } from '../../market/src/story/partner.ts';
import { attest, type Day } from './ward.ts';

const DAY = 24 * 3_600_000;
const at = (ms: number) => new Date(Date.now() + ms).toISOString();
const document = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** Part 3: who outside learns something. */
export async function others(day: Day): Promise<void> {
  await nobody(day);
  await theInsurer(day);
  await research(day);
  await theCourt(day);
}

async function engage(
  { api }: Day,
  party: string,
  as: string,
  purpose: string,
  categories: string[],
) {
  const contract = { as, purposes: [purpose], categories, country: 'CN' };
  await api.write('POST', `/v1/parties/${party}/engagements`, contract);
}

async function nobody({ stage, api, patient }: Day): Promise<void> {
  stage.chapter('3.a  Somebody who pays');
  const offer = { person: patient, purpose: 'billing', categories: ['health.diagnosis'] };
  const broker = await api.seal('sell', { ...offer, to: { party: 'data-broker' } });
  stage.decides('A broker would buy diagnoses', broker, { refused: '3.a.1' });
}

async function theInsurer(day: Day): Promise<void> {
  const { stage, api, patient } = day;
  stage.chapter('3.b  The bill');
  const part = ['identity.name', 'insurance', 'bill'];
  await engage(day, 'harmony-insurance', 'insurer', 'billing', [...part, 'health.diagnosis']);
  await engage(day, 'other-insurance', 'insurer', 'billing', part);
  await attest(day, { fact: 'insured', to: { party: 'harmony-insurance' } });
  const ask = (party: string, categories: readonly string[]) =>
    api.seal('provide', { person: patient, purpose: 'billing', categories, to: { party } });
  stage.decides('An insurer that does not insure her asks', await ask('other-insurance', part), {
    refused: '3.b.2',
  });
  const bill = await ask('harmony-insurance', part);
  stage.decides('Her own gets what the bill takes, sealed', bill, { permitted: '3.b.1' });
  const insurer = await comesIn(api, 'harmony-insurance');
  stage.decides('and opens it', await insurer.opens(bill.value), { permitted: '3.b.1' });
  const more = await ask('harmony-insurance', ['health.diagnosis']);
  stage.decides('It would like the diagnosis; its contract even says so', more, {
    refused: '3.b.2',
  });
}

async function research(day: Day): Promise<void> {
  const { stage, api, patient } = day;
  stage.chapter('3.c  A study');
  const categories = ['health.diagnosis', 'health.result', 'identity.birth'];
  await engage(day, 'lung-institute', 'researcher', 'research', categories);
  const share = {
    person: patient,
    purpose: 'research',
    categories,
    to: { party: 'lung-institute' },
  };
  stage.decides('The Lung Institute plans a study', await api.seal('share', share), {
    refused: '1.a.1',
    ground: '3.c',
  });
  const consents = `/v1/subjects/${patient}/consents`;
  const { consent } = await api.write<{ consent: string }>('POST', consents, {
    ...{ party: 'lung-institute', action: 'share', purposes: ['research'], categories },
    ...{ language: 'en', answer: 'give' },
  });
  const shared = await api.seal('share', share);
  stage.decides('Mrs Gu allows it', shared, { permitted: '3.c.1' });
  const institute = await comesIn(api, 'lung-institute');
  stage.decides('The institute opens it', await institute.opens(shared.value), {
    permitted: '3.c.1',
  });
  await api.write('DELETE', `${consents}/${consent}`);
  stage.decides('She thinks better of it', await institute.opens(shared.value), {
    refused: '3.a.2',
  });
}

/** 3.d: first a paper, then an order that was verified and two who agreed. */
async function theCourt(day: Day): Promise<void> {
  const { stage, api, patient, staff } = day;
  stage.chapter('3.d  The court');
  const categories = ['health.result'];
  await engage(day, 'district-court', 'authority', 'legal', categories);
  const by = staff.reception;
  const { order } = await api.write<{ order: string }>('POST', '/v1/authority-orders', {
    ...{ person: patient, authority: 'district-court', reference: '2026-C-31', country: 'CN' },
    ...{ document, categories, issued: at(-DAY), until: at(30 * DAY), by },
  });
  const { case: inCase } = await api.write<{ case: string }>('POST', '/v1/cases', {
    ...{ type: 'law', person: patient, evidence: order, categories, by },
    to: { party: 'district-court' },
  });
  const deliver = async () => {
    const told = await api.write<Told>('POST', `/v1/cases/${inCase}/deliveries`, { by });
    return { ...answerOf(told), ticket: (told.value as { ticket?: string })?.ticket ?? '' };
  };
  stage.decides('A paper comes that says it is from the court', await deliver(), {
    refused: '3.d.2',
  });
  const verifying = { by: staff.nurse, how: 'called-back' };
  await api.write('POST', `/v1/authority-orders/${order}/verification`, verifying);
  const { digest } = await api.get<{ digest: string }>(`/v1/cases/${inCase}/approvable`);
  for (const one of [staff.shen, staff.qiu]) {
    await api.write('POST', `/v1/cases/${inCase}/approvals`, { by: one, digest });
  }
  const delivered = await deliver();
  stage.decides('It was called back, and two doctors agree', delivered, { permitted: '3.d.1' });
  const as = { party: 'district-court' };
  const { view } = await api.write<{ view: string }>('POST', `/v1/portal/${delivered.ticket}`, {
    as,
  });
  const seen = answerOf(await api.write<Told>('POST', '/v1/portal/looks', { view, as }));
  stage.decides('The court reads the result, once it has signed in', seen, { permitted: '3.d.1' });
  const { told } = await api.get<{ told: readonly unknown[] }>(`/v1/subjects/${patient}/told`);
  stage.holds('Mrs Gu is told', told.length === 1);
}
