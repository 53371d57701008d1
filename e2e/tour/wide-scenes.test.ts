import { playAt } from './look.ts';

playAt('wide');
