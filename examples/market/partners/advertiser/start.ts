import { run } from '../process/run.ts';
import { advertiser } from './app.ts';

await run(advertiser);
