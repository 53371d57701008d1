import { lookAt } from './look.ts';

lookAt('wide');
