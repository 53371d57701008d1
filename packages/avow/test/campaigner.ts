import { createSecretKey } from 'node:crypto';
import { policy } from '@avow/policy-market';
import { createAvow } from '../src/index.ts';
import { campaignsTo } from './campaigned.ts';

/**
 * A process that opens a deployment and sends what waits, until nobody does:
 * `node campaigner.ts <stores> <root key> <port>`, the first as JSON, the second in hexadecimals.
 */
const [, , stores, root, port] = process.argv;
const avow = await createAvow({
  policy,
  ...(JSON.parse(stores!) as { database: string }),
  keys: { rootKey: async () => createSecretKey(Buffer.from(root!, 'hex')), source: 'this test' },
  campaigns: campaignsTo(Number(port)) as never,
});
await avow.campaigns.send();
const [campaign] = await avow.campaigns.list();
const { mail } = await avow.campaigns.progress(campaign!);
await avow.close();
process.stdout.write(JSON.stringify(mail));
process.exit(0);
