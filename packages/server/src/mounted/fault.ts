/** The stable code of a fault, by which alone it is told; undefined for an error of another make. */
export const codeOf = (error: Error): string | undefined =>
  'code' in error && typeof error.code === 'string' && error.code.startsWith('AVOW_')
    ? error.code
    : undefined;
