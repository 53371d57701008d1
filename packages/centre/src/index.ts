/** The privacy centre: a person's own place, for any platform to mount. */

export { privacyCentre } from './centre.ts';
export { type Checked, type CheckStep, checkReceipt, type Given } from './check/steps.ts';
export type * from './options.ts';
export { centreWays } from './web/frame.ts';
