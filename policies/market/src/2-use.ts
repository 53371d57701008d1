import { harvesting } from './2-use/harvesting.ts';
import { service } from './2-use/service.ts';
import { thirdParties } from './2-use/third-parties.ts';

/** What it is used for, by us and by those who serve the person; what nobody may do with it. */
export const using = [...thirdParties, ...harvesting, ...service];
