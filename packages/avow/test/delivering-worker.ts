import { createSecretKey } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { policy } from '@avow/policy-market';
import { createAvow } from '../src/index.ts';
import { delivery, type Order } from './killed-delivery.ts';

const { stores, root, file, engagement } = JSON.parse(process.argv[2]!) as Order;
const key = createSecretKey(Buffer.from(root, 'hex'));
const keys = { rootKey: async () => key, source: 'this run' };
const avow = await createAvow({ policy, ...stores, keys });
const { import: id } = await avow.imports.begin({ ...delivery, engagement });
if ((await avow.imports.get(id))?.state === 'open') {
  await avow.imports.rows(id, createReadStream(file), {
    onProgress: ({ next }) => process.send?.(next),
  });
}
await avow.close();
process.disconnect?.();
