import { createSecretKey } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { policy } from '@avow/policy-market';
import { type AvowOptions, createAvow, type EngagementId } from '../src/index.ts';
import { document, panel } from './deliveries.ts';

/** What a process that takes a delivery in is told. */
export interface Order {
  readonly stores: Pick<AvowOptions<never>, 'database' | 'anchor'>;
  /** Hexadecimal. */
  readonly root: string;
  readonly file: string;
  readonly engagement: EngagementId;
}

const order = JSON.parse(process.argv[2]!) as Order;
const root = createSecretKey(Buffer.from(order.root, 'hex'));
const avow = await createAvow({
  policy,
  ...order.stores,
  keys: { rootKey: async () => root, source: 'this test' },
});
const { import: id } = await avow.imports.begin({
  party: panel,
  engagement: order.engagement,
  evidence: { document },
  format: 'csv',
  match: 'contact.email',
  map: { email: 'contact.email', likes: 'partner.profile' },
  idempotencyKey: 'the-delivery',
});
const { state } = (await avow.imports.get(id))!;
if (state === 'open') {
  await avow.imports.rows(id, createReadStream(order.file), {
    onProgress: ({ next }) => process.send?.(next),
  });
}
await avow.close();
process.disconnect?.();
