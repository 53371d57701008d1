import { ask, type Place } from './open.ts';

/** The documents that an acceptance binds. */
export async function publishDocuments({ server, key }: Place): Promise<void> {
  for (const kind of ['service-agreement', 'site-rules']) {
    await ask(server, 'POST', '/v1/documents', {
      key: await key(),
      body: { kind, version: '1', texts: { en: `The ${kind}.`, 'zh-CN': '条款。' } },
    });
  }
}

/** A person who accepted, with a name and a phone number on record. */
export async function register(
  place: Place,
  fields: Readonly<Record<string, string>> = {
    'contact.name': 'Mei',
    'contact.phone': '+86 20 5555 0100',
  },
): Promise<string> {
  const key = await place.key();
  const made = await ask(place.server, 'POST', '/v1/subjects', { key, body: { country: 'CN' } });
  const person: string = made.body.person;
  await ask(place.server, 'POST', `/v1/subjects/${person}/agreement`, {
    key,
    body: { answer: 'accept', language: 'en' },
  });
  const kept = await ask(place.server, 'POST', `/v1/subjects/${person}/fields`, {
    key,
    body: { purpose: 'account', fields },
  });
  if (kept.body.permitted !== true) throw new Error(`not registered: ${JSON.stringify(kept.body)}`);
  return person;
}

/** Somebody who was appointed to the desk. */
export async function operator(place: Place): Promise<string> {
  const key = await place.key();
  const { body } = await ask(place.server, 'POST', '/v1/subjects', {
    key,
    body: { kind: 'device' },
  });
  await ask(place.server, 'POST', '/v1/staff', { key, body: { operator: body.person } });
  return body.person;
}
