import type { Page } from 'playwright-core';
import { keyPair } from '../../packages/console/test/place.ts';
import type { Visit } from './visitor.ts';

const button = 'main form .button >> nth=0';

/** Rooms that are looked at as they are: what is done in them has journeys of its own. */
const rooms = {
  desk: 'desk',
  'desk-law': 'desk?kind=law',
  statutes: 'desk/statutes',
  bases: 'desk/bases',
  children: 'desk/children',
  harvests: 'harvests',
  leaks: 'leaks',
  violations: 'violations',
  holds: 'holds',
  campaigns: 'campaigns',
  imports: 'imports',
  transfers: 'transfers',
} as const;

/** Every page of the console, for an administrator who is in. Engages a carrier, and ends it again. */
export async function consoles(page: Page, visit: Visit, press: Visit): Promise<void> {
  await visit('/console', 'console');
  await visit('/console/parties', 'console-parties');
  await visit('/console/parties/engage', 'console-engage');
  await press('.card a.button >> nth=0', 'console-engage-form');
  await press(button, 'console-engage-wrong');
  await page.fill('#party', 'tern-courier');
  await page.check('#purposes');
  for (const category of ['contact.name', 'contact.phone', 'contact.address']) {
    await page.check(`[value="${category}"]`);
  }
  await page.selectOption('#country', 'CN');
  await page.check('#jointly');
  await press(button, 'console-party');
  const about = '?party=tern-courier';
  await visit(`/console/parties/key${about}`, 'console-key');
  await page.fill('#jwk', JSON.stringify(keyPair().privateJwk));
  await press(button, 'console-key-wrong');
  await page.fill('#jwk', JSON.stringify(keyPair().publicJwk));
  await press(button, 'console-key-added');
  await press('a[href*="/revoke"]', 'console-revoke');
  await visit(`/console/parties/notify${about}`, 'console-notify');
  await visit(`/console/parties/suspend${about}`, 'console-suspend');
  await press(button, 'console-suspended');
  await visit(`/console/parties/reinstate${about}`, 'console-reinstate');
  await page.click(button);
  await press('a[href*="/end"]', 'console-end');
  await press(button, 'console-ended');
  await visit(`/console/parties/one${about}`, 'console-party-ended');
  await visit('/console/duties', 'console-duties');
  await visit('/console/under-way', 'console-under-way');
  await visit('/console/flows', 'console-flows');
  await visit('/console/flows?of=all', 'console-flows-all');
  await press('td.figure a >> nth=0', 'console-flow');
  await visit('/console/drift', 'console-drift');
  await visit('/console/measures', 'console-measures');
  await visit('/console/policy', 'console-policy');
  await visit('/console/log', 'console-log');
  await press('main a[href*="/log/entry"]', 'console-entry');
  for (const [name, path] of Object.entries(rooms))
    await visit(`/console/${path}`, `console-${name}`);
  await visit('/console/nowhere', 'console-missing');
}
