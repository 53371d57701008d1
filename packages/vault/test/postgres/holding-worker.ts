/**
 * Takes a lock in a unit and never comes back from its decision: `node holding-worker.ts <url>`.
 */
import { schema } from '../../src/conformance/items.ts';
import { openPostgres } from '../../src/index.ts';

const store = await openPostgres(process.argv[2] ?? '', schema);
await store.run({
  locks: [{ on: 'log', id: 'l', mode: 'exclusive' }],
  reads: [],
  decide() {
    process.send!('holding', () => undefined);
    // As a machine that was cut off in the middle would: nothing runs any more, nothing is closed.
    process.kill(process.pid, 'SIGSTOP');
    return { changes: [], answer: undefined };
  },
});
