import { answerOf, type Told } from './answer.ts';
import { askedByWen, ofAChild } from './asked.ts';
import type { Day } from './cast.ts';
import { engage } from './engage.ts';
import { appointed, type Staff } from './staff.ts';

const DAY = 24 * 3_600_000;
const at = (ms: number) => new Date(Date.now() + ms).toISOString();
const document = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const categories = ['contact.name'];

/** The desk of the day, and three who work at it. */
export interface Desk extends Day {
  readonly staff: Staff;
}

/** 3.c, 3.d, 3.e and 3.g: each first without its evidence, then with it. */
export async function atTheDesk(day: Day): Promise<void> {
  const desk = { ...day, staff: await appointed(day) };
  day.stage.tells('Three operators work at the desk');
  await byLaw(desk);
  await byViolation(desk);
  await byComplaint(desk);
  await byBasis(desk);
  await askedByWen(desk);
  await ofAChild(desk);
}

/** 3.c: an order of the harbour police about Wen, whom they bar us from telling. */
async function byLaw(desk: Desk): Promise<void> {
  const { api, stage, wen, staff } = desk;
  const [by, verifier] = staff;
  await engage(api, 'harbour-police', 'authority', 'legal');
  const { order } = await api.write<{ order: string }>('POST', '/v1/authority-orders', {
    ...{ person: wen.person, authority: 'harbour-police', reference: 'HP-2026-7', country: 'CN' },
    ...{ document, categories, issued: at(-DAY), until: at(30 * DAY) },
    ...{ bar: { until: at(9 * DAY) }, by },
  });
  const about = { type: 'law', evidence: order, to: { party: 'harbour-police' } };
  const inCase = await opened(desk, { person: wen.person, ...about });
  stage.decides(
    'The harbour police send an order, which nobody has verified',
    await delivered(desk, inCase),
    {
      refused: '3.c.2',
    },
  );
  const verifying = { by: verifier, how: 'called-back' };
  await api.write('POST', `/v1/authority-orders/${order}/verification`, verifying);
  await approve(desk, inCase);
  const decided = await delivered(desk, inCase);
  stage.decides('It is verified with them, and two operators agree', decided, {
    permitted: '3.c.1',
  });
  const view = await redeem(desk, decided.ticket, { party: 'harbour-police' });
  stage.decides('They sign in and look', await look(desk, view, { party: 'harbour-police' }), {
    permitted: '3.c.1',
  });
  const told = async () =>
    (await api.get<{ told: readonly unknown[] }>(`/v1/subjects/${wen.person}/told`)).told.length;
  stage.holds('While the bar stands Wen is told nothing', (await told()) === 0);
  await api.write('POST', `/v1/authority-orders/${order}/bar-end`, { by });
  stage.holds('when it ends, Wen is', (await told()) === 1);
  await api.write('POST', `/v1/cases/${inCase}/closure`, { by });
  stage.decides(
    'They look again once the case is closed',
    await look(desk, view, { party: 'harbour-police' }),
    {
      refused: '3.c.2',
    },
  );
}

/** 3.d: a violation that an insurer must know of. */
async function byViolation(desk: Desk): Promise<void> {
  const { api, stage, wen, staff } = desk;
  const [by, other] = staff;
  await engage(api, 'insurer', 'thirdParty', 'rules.violation');
  const { violation } = await api.write<{ violation: string }>(
    'POST',
    `/v1/subjects/${wen.person}/violations`,
    {
      ...{ rule: 'sell-only-what-is-yours', happened: at(-DAY), thirdParty: 'insurer', by },
      reason: 'A compass that was not theirs.',
    },
  );
  const about = { type: 'violation', evidence: violation, to: { party: 'insurer' } };
  const inCase = await opened(desk, { person: wen.person, ...about });
  stage.decides(
    'An insurer wants to know of what nobody has found yet',
    await delivered(desk, inCase),
    {
      refused: 'P.1',
      ground: '3.d',
    },
  );
  await api.write('POST', `/v1/violations/${violation}/upholding`, { by: other });
  await approve(desk, inCase);
  stage.decides('It is upheld, and two operators agree', await delivered(desk, inCase), {
    permitted: '3.d.1',
  });
}

/** 3.e: Wen complains of Lan's listing. */
async function byComplaint(desk: Desk): Promise<void> {
  const { api, stage, wen, lan, staff } = desk;
  const { case: inCase } = await api.write<{ case: string }>('POST', '/v1/complaints', {
    ...{ complainant: wen.person, respondent: lan.person, right: 'trademark', document },
    ...{ title: 'The mark of the heron', listing: 'brass-compass' },
  });
  const own = { person: wen.person, categories, purpose: 'dispute.rights', case: inCase };
  stage.decides('Wen complains of Lan, and nobody has verified it', await delivered(desk, inCase), {
    refused: 'P.1',
    ground: '3.e',
  });
  await api.write('POST', `/v1/complaints/${inCase}/verification`, { by: staff[0] });
  await api.write('POST', `/v1/complaints/${inCase}/requests`, { by: wen.person });
  const decided = await delivered(desk, inCase);
  stage.decides('It is verified, and Wen wishes that Lan knows', decided, { permitted: '3.e.2' });
  const view = await redeem(desk, decided.ticket, { user: lan.person });
  stage.decides('Lan reads who complains', await look(desk, view, { user: lan.person }), {
    permitted: '3.e.2',
  });
  const turned = await api.write<{ permitted: boolean; sentence: string }>(
    'POST',
    '/v1/acts/disclose/preview',
    { ...own, person: lan.person, to: { user: wen.person } },
  );
  stage.holds('and Wen would not be told of Lan', !turned.permitted && turned.sentence === '3.e.3');
}

/** 3.g: a basis that is published first. */
async function byBasis(desk: Desk): Promise<void> {
  const { api, stage, wen, staff } = desk;
  const [by] = staff;
  await engage(api, 'recall-office', 'thirdParty', 'rules.basis');
  const { basis } = await api.write<{ basis: string }>('POST', '/v1/bases', {
    ...{ words: { en: 'Recalls of unsafe goods.', 'zh-CN': '不安全商品的召回。' }, categories, by },
    ...{ parties: ['recall-office'], until: at(30 * DAY) },
  });
  const about = { type: 'basis', evidence: basis, to: { party: 'recall-office' } };
  const inCase = await opened(desk, { person: wen.person, ...about });
  stage.decides('A basis is proposed, and not published', await delivered(desk, inCase), {
    refused: 'P.1',
    ground: '3.g',
  });
  await api.write('POST', `/v1/bases/${basis}/publication`, { by: staff[1] });
  stage.decides(
    'Another operator publishes it, and nobody has agreed to use it',
    await delivered(desk, inCase),
    {
      refused: 'P.1',
      ground: '3.g',
    },
  );
  await approve(desk, inCase);
  stage.decides('Two operators agree', await delivered(desk, inCase), { permitted: '3.g.1' });
  const { counts } = await api.get<{ counts: readonly { ground: string; delivered: number }[] }>(
    '/v1/reports/disclosures',
  );
  const isCounted = counts.some(({ ground, delivered }) => ground === 'basis' && delivered !== 0);
  stage.holds('and anybody can read how often that was', isCounted);
}

async function opened({ api, staff }: Desk, about: object): Promise<string> {
  const opening = { ...about, categories, by: staff[0] };
  return (await api.write<{ case: string }>('POST', '/v1/cases', opening)).case;
}

async function delivered({ api, staff }: Desk, inCase: string) {
  const path = `/v1/cases/${inCase}/deliveries`;
  const told = await api.write<Told>('POST', path, { by: staff[0] });
  const { ticket = '' } = (told.value ?? {}) as { readonly ticket?: string };
  return { ...answerOf(told), ticket };
}

async function approve({ api, staff }: Desk, inCase: string): Promise<void> {
  const { digest } = await api.get<{ digest: string }>(`/v1/cases/${inCase}/approvable`);
  for (const by of staff.slice(1)) {
    await api.write('POST', `/v1/cases/${inCase}/approvals`, { by, digest });
  }
}

async function redeem({ api }: Desk, ticket: string, as: object): Promise<string> {
  return (await api.write<{ view: string }>('POST', `/v1/portal/${ticket}`, { as })).view;
}

async function look({ api }: Desk, view: string, as: object) {
  return answerOf(await api.write<Told>('POST', '/v1/portal/looks', { view, as }));
}
