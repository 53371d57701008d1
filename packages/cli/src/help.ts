import type { Command } from './arguments/command.ts';
import { padded } from './words/width.ts';

/** What `avow` alone says: the commands, and what holds for all of them. */
export function overview(commands: readonly Command[]): string {
  const list = commands.map(({ name, summary }) => `  ${padded(name, 10)}${summary}`).join('\n');
  return `Avow: a platform's privacy policy, carried out

${list}

  avow help <command> tells more. Every command takes --json.

A <policy> is a folder or a module whose default export, or whose export \`policy\`, is a policy made
by definePolicy; or a .json file that holds one, such as a running server's /policy.json.

Exit codes: 0 all is well; 1 something was found; 2 no answer (wrong use, something missing, a fault).`;
}
