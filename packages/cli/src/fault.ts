/** A fault as it is told: no class, no cause, and a stack only where there is no code to look up. */
export interface Told {
  readonly fault: { readonly code: string | undefined; readonly message: string };
}

/**
 * Faults with a code of ours are told by their message, which by rule holds nothing personal; those of
 * the system (a port that is taken, a file that cannot be read) by theirs. Any other error is a defect,
 * of this program or of a policy's module: then the stack says where.
 */
export function told(fault: unknown): Told {
  if (!(fault instanceof Error)) return { fault: { code: undefined, message: String(fault) } };
  const code = 'code' in fault && typeof fault.code === 'string' ? fault.code : undefined;
  const isExpected = code?.startsWith('AVOW_') || 'syscall' in fault;
  const message = isExpected ? fault.message : stackOf(fault);
  return { fault: { code, message: `${message}${code === 'EADDRINUSE' ? otherPort : ''}` } };
}

const otherPort = '; stop what listens there, or name another port, as in PORT=4100';

/** Without Node's own frames: they tell how a module was loaded, never what is wrong with it. */
function stackOf({ stack, message }: Error): string {
  const rows = (stack ?? message).split('\n');
  return rows.filter((row) => !/^\s+at .*\bnode:/.test(row)).join('\n');
}
