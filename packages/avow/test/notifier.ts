import { createSecretKey } from 'node:crypto';
import { policy } from '@avow/policy-market';
import { createAvow } from '../src/index.ts';
import { wayTo } from './notified.ts';

/**
 * A process that opens a deployment and sends what waits, until nobody does:
 * `node notifier.ts <stores> <root key> <port>`, the first as JSON, the second in hexadecimals.
 */
const [, , stores, root, port] = process.argv;
const avow = await createAvow({
  policy,
  ...(JSON.parse(stores!) as { database: string }),
  keys: { rootKey: async () => createSecretKey(Buffer.from(root!, 'hex')), source: 'this test' },
  notices: wayTo(Number(port)) as never,
});
await avow.notices.send();
const [progress] = await avow.notices.progress();
await avow.close();
process.stdout.write(JSON.stringify(progress?.mail));
process.exit(0);
