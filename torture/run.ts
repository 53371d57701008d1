import { readArguments } from './arguments.ts';
import { torture } from './torture.ts';

// So that what was begun is ended.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

/** `npm run torture`: see README.md. */
async function main(): Promise<number> {
  const asked = readArguments(process.argv.slice(2));
  console.log(`seed ${asked.seed}`);
  return (await torture(asked, (line) => console.log(line))) ? 0 : 1;
}

process.exitCode = await main();
