import { createHash } from 'node:crypto';
import { asPartyId } from 'avow';
import { enterAs } from '../../operator.ts';
import { ann, join } from '../../person.ts';
import type { Cast } from '../look.ts';

/** A partner delivers what it knows: one line of somebody here, one of nobody, one that cannot be read. */
export async function deliveries({ come, market }: Cast): Promise<void> {
  const { avow } = market().harbour;
  const [person, operator] = [await come(), await come()];
  await join(person.page, { ...ann, email: 'delivered@example.net' });
  const party = asPartyId('harbour-panel');
  const { engagement } = await avow.parties.engage({
    ...{ party, as: 'marketingPartner', country: 'CN', means: 'opt-in, on paper' },
    ...{ purposes: ['service.personal'], categories: ['partner.profile'] },
  });
  const document = createHash('sha256').update('opt-in of 2025-11-02').digest('base64url');
  const begin = () =>
    avow.imports.begin({
      ...{ party, engagement, evidence: { document }, format: 'ndjson' },
      ...{ match: 'contact.email', map: { email: 'contact.email', likes: 'partner.profile' } },
    });
  const done = await begin();
  await avow.imports.rows(done.import, lines());
  const open = await begin();
  await enterAs(operator.page, 'scene.imports', 'legal');
  await operator.visit('/console/imports', 'console-imports-some');
  await operator.visit(`/console/imports/one?import=${done.import}`, 'console-import');
  await operator.visit(`/console/imports/cancel?import=${open.import}`, 'console-import-cancel');
  await operator.press('main form button', 'console-import-cancelled');
  await operator.visit(`/console/parties/one?party=${party}`, 'console-party-delivers');
  await person.visit('/mine/brought', 'brought-some');
}

async function* lines() {
  yield '{"email":"delivered@example.net","likes":"boats"}\n';
  yield '{"email":"nobody@example.com","likes":"kites"}\n';
  yield '{"email":\n';
}
