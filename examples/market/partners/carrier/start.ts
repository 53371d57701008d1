import { run } from '../process/run.ts';
import { carrier } from './app.ts';

await run(carrier);
