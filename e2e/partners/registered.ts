import { randomUUID } from 'node:crypto';
import { type Client, granted } from '../servers/client.ts';

/** Somebody who accepted and registered, with everything that an order or an advertiser may ask for. */
export async function registered(server: Client): Promise<string> {
  const { person } = await granted(server('POST', '/v1/subjects', { body: { country: 'CN' } }));
  const agreement = { answer: 'accept', language: 'en' };
  await granted(server('POST', `/v1/subjects/${person}/agreement`, { body: agreement }));
  const name = randomUUID();
  const body = {
    purpose: 'account',
    fields: {
      'registration.username': name,
      'contact.name': `Mei ${name}`,
      'contact.phone': `+86 ${name}`,
      'contact.email': `${name}@people.example`,
      'contact.address': `${name} Street 1`,
    },
  };
  await granted(server('POST', `/v1/subjects/${person}/fields`, { body }));
  return person;
}
