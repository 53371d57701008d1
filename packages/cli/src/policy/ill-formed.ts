import type { Fault } from '@avow/policy';
import type { Report } from '../report.ts';
import { bad, line, table } from '../words/page.ts';

/**
 * A policy that does not hold together, as a finding. Looked at by its code and not by its class: the
 * module that threw it may bring a copy of `@avow/policy` of its own. Anything else is thrown on.
 */
export function illFormed(fault: unknown): Report {
  if (!isInvalid(fault)) throw fault;
  const { faults, code, message } = fault;
  const [said = ''] = message.split('\n', 1);
  return {
    found: true,
    page: [line(bad(said)), table(faults.map(({ where, what }) => [where, what]))],
    data: { fault: { code, message: said, faults } },
  };
}

function isInvalid(fault: unknown): fault is Error & { code: string; faults: readonly Fault[] } {
  return fault instanceof Error && 'code' in fault && fault.code === 'AVOW_POLICY_INVALID';
}
