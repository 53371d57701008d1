import { run } from '../process/run.ts';
import { payment } from './app.ts';

await run(payment);
