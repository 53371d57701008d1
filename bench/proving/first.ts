import { marketTask } from './market.ts';
import { carryOut } from './task.ts';

// Nothing has been compiled yet: this is what the author of a policy waits for at a command line.
process.send!(carryOut(marketTask()));
