/** The picture of what flows where, for the pages that show it: the console's of everybody, the centre's of one. */
export { type FlowEnd, type FlowLabels, flowPicture, type PicturedFlow } from './picture.ts';
