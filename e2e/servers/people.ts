import { type Client, granted } from './client.ts';

/** Somebody who accepted, with a name on record. */
export async function member(server: Client): Promise<string> {
  const { person } = await granted(server('POST', '/v1/subjects', { body: { country: 'CN' } }));
  const answer = { answer: 'accept', language: 'en' };
  await granted(server('POST', `/v1/subjects/${person}/agreement`, { body: answer }));
  const fields = { purpose: 'account', fields: { 'contact.name': 'Mei' } };
  await granted(server('POST', `/v1/subjects/${person}/fields`, { body: fields }));
  return person;
}

/** Uses the name that is on record: what was decided, or the code of the fault. */
export async function use(server: Client, person: string): Promise<string> {
  const body = { person, purpose: 'account', categories: ['contact.name'] };
  const answer = await server('POST', '/v1/acts/use', { body });
  if (answer.status !== 200) return answer.body.code;
  return answer.body.permitted ? 'permitted' : `refused by ${answer.body.sentence}`;
}
