#!/usr/bin/env node
import { main } from './main.ts';

// A reader that has seen enough (`avow check … | head`) is no fault of ours.
process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
  if (fault.code !== 'EPIPE') throw fault;
  process.exit();
});

// The exit code is set, not called: what is still on its way to a pipe is written out first.
process.exitCode = await main(process.argv.slice(2));
