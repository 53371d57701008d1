import { Misconfigured } from './environment.ts';

/** How a market ends that cannot be open: by the same codes as `avow start`, so that what keeps either running need not know which. */
export interface Closed {
  readonly told: string;
  readonly exitCode: 1 | 2;
}

/**
 * Why the market stays closed: Avow's faults and the system's say what to change. Any other fault is a
 * defect: the stack says where. 1 says that there is something to look into, a policy that is not fit to be
 * in force; 2 that it could not be opened at all.
 */
export function closedBy(fault: unknown): Closed {
  if (!(fault instanceof Error)) return { told: String(fault), exitCode: 2 };
  const { code, syscall } = fault as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return { told: taken(fault), exitCode: 2 };
  const isSaid = fault instanceof Misconfigured || syscall !== undefined;
  const isOurs = code?.startsWith('AVOW_') ?? false;
  const told = isSaid || isOurs ? fault.message : (fault.stack ?? fault.message);
  return { told, exitCode: code === 'AVOW_UNFIT' ? 1 : 2 };
}

/** Beside what the system says: what somebody who starts it for the first time can do about it. */
const taken = ({ message }: Error) =>
  `${message}; stop what listens there, or name another port: PORT=4100 npm start`;
