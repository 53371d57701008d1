import { command } from '../arguments/command.ts';
import { askMeasures } from '../measures/ask.ts';
import { measuresPage } from '../measures/page.ts';
import type { Report } from '../report.ts';

export const measures = command({
  name: 'measures',
  summary: 'does each measure that the policy promises work?',
  help: `avow measures [--server <address>] [--json]

Asks a running server whether each measure that the policy promises works: what is stored is sealed,
the keys lie apart, the log shows alteration, a backup is fresh, a restore has been practised, and so
on. Each is held, failed or unknown (nobody has told where to look, or it is not due yet). Anyone may
ask; the page /measures shows the same, with what each measure cannot do. "avow doctor" looks at a
deployment from within, and says what to do.

  --server  where the server answers: http://127.0.0.1:4000, or the port that PORT says

Exit code 1 if one fails; 2 if the server could not be asked.`,
  operands: [],
  options: { server: { type: 'string' } },
  async run({ options }, { environment }): Promise<Report> {
    const { PORT = '4000' } = environment;
    const told = await askMeasures(options.server ?? `http://127.0.0.1:${PORT}`);
    // Not by what it says of itself in sum: by what it says of each.
    const found = told.measures.some(({ state }) => state === 'failed');
    return { found, page: measuresPage(told.measures), data: told };
  },
});
