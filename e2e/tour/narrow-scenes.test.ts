import { playAt } from './look.ts';

playAt('narrow');
