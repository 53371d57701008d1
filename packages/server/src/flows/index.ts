/** The picture of what flows where, for the pages that show it: the console's of everybody, the centre's of one. */
export { flowFigure } from './figure.ts';
export type { FlowEnd, FlowLabels, PicturedFlow } from './flow.ts';
