/** The console: where those who work for a platform see to its policy, for any platform to mount. */

export { may, meets, type Route, type RouteName, routes } from './access.ts';
export { operatorsConsole } from './console.ts';
export type * from './options.ts';
export { documentLimit } from './pages/form/document.ts';
export { disclosurePortal, type PortalOptions } from './portal/portal.ts';
export { type Role, roles } from './roles.ts';
