/** The stable code of a fault, by which alone it is told; undefined for an error of another make. */
export const codeOf = (error: Error): string | undefined =>
  'code' in error && typeof error.code === 'string' && error.code.startsWith('AVOW_')
    ? error.code
    : undefined;

/**
 * Whether a form came whose key was used before for something else: somebody went back, wrote it anew and
 * sent it again. What was sent first stands, and nothing came of this one.
 */
export const isSentBefore = (error: unknown): boolean =>
  error instanceof Error && codeOf(error) === 'AVOW_IDEMPOTENCY_MISMATCH';
