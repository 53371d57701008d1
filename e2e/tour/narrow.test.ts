import { lookAt } from './look.ts';

lookAt('narrow');
