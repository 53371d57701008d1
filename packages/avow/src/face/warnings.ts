export type * from '../warnings/warning.ts';
