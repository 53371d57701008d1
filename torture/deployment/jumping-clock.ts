/**
 * Loaded before `avow start` (`--import`): the machine's clock, as far as the program can tell, is off
 * by as many milliseconds as the process that started it last said, or as `TORTURE_CLOCK` says.
 */
let offset = Number(process.env['TORTURE_CLOCK'] ?? 0);
const trueTime = Date.now;
Date.now = () => trueTime() + offset;

process.on('message', (said: { readonly offset?: number }) => {
  offset = said.offset ?? offset;
  process.send?.('jumped');
});
// Whoever listens would be kept alive by it.
process.channel?.unref();
