import { type Answer, type Client, granted } from '../client.ts';
import { type Outcome, optional, type Side, sharing, transferring } from './side.ts';

/** A server, asked over HTTP. */
export function httpSide(ask: Client): Side {
  const write = (method: string, path: string, body?: object) =>
    granted(ask(method, path, body && { body }));
  const { action, purposes, categories } = sharing;
  return {
    async newMember(country = 'CN') {
      const { person } = await write('POST', '/v1/subjects', { country });
      const answer = { answer: 'accept', language: 'en' };
      await write('POST', `/v1/subjects/${person}/agreement`, answer);
      return person;
    },
    async engage(party) {
      const body = { as: 'marketingPartner', purposes, categories, country: 'CN' };
      return (await write('POST', `/v1/parties/${party}/engagements`, body)).engagement;
    },
    async consent(person, party) {
      const body = { ...sharing, party, language: 'en', answer: 'give' };
      return (await write('POST', `/v1/subjects/${person}/consents`, body)).consent;
    },
    async registerMechanism(origin) {
      return (await write('POST', '/v1/mechanisms', { ...transferring, origin })).mechanism;
    },
    reinstate: async (person) => (await write('DELETE', `/v1/subjects/${person}/suspension`)).entry,
    withdraw: async (person, consent) =>
      (await write('DELETE', `/v1/subjects/${person}/consents/${consent}`)).entry,
    end: async (party, engagement) =>
      (await write('DELETE', `/v1/parties/${party}/engagements/${engagement}`)).entry,
    endMechanism: async (mechanism) => (await write('DELETE', `/v1/mechanisms/${mechanism}`)).entry,
    suspend: async (person) => (await write('PUT', `/v1/subjects/${person}/suspension`)).entry,
    erase: (person) => erase(ask, person),
    async chooseCookies(person, answer) {
      const body = { purpose: optional.purpose, answer, language: 'en' };
      return (await write('POST', `/v1/subjects/${person}/cookies`, body)).entry;
    },
    async setCookie(person) {
      const body = { name: optional.name, act: 'set' };
      return outcomeOf(await ask('POST', `/v1/subjects/${person}/cookies/decisions`, { body }));
    },
    async share(person, party) {
      const body = { person, purpose: purposes[0], categories, to: { party } };
      return outcomeOf(await ask('POST', `/v1/acts/${action}/sealed`, { body }));
    },
    async use(person) {
      const body = { person, purpose: 'account', categories: ['contact.name'] };
      return outcomeOf(await ask('POST', '/v1/acts/use', { body }));
    },
    async keep(person) {
      const body = { purpose: 'account', fields: { 'contact.name': 'Mia' } };
      return outcomeOf(await ask('POST', `/v1/subjects/${person}/fields`, { body }));
    },
  };
}

/** While a key store is cleared of what was deleted, another erasure may have to come again. */
async function erase(ask: Client, person: string): Promise<string> {
  const once = `erase-${person}`;
  for (;;) {
    const answer = await ask('POST', `/v1/subjects/${person}/erasure`, { once });
    if (answer.status !== 503) return (await granted(Promise.resolve(answer))).value.entry;
  }
}

/** A decision is answered with 200, yes or no; about somebody erased there is none to be had. */
function outcomeOf({ status, body }: Answer): Outcome {
  if (status === 200) return { permitted: body.permitted, entry: body.entry };
  if (body?.code === 'AVOW_ERASED') return { permitted: false, entry: undefined };
  throw new Error(`a decision was answered ${status} ${body?.code}`);
}
