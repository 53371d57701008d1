import { definePolicy } from '@avow/policy';
import { lending } from './lending.ts';
import { outside } from './outside.ts';
import { parts } from './parts.ts';
import { words } from './words.ts';

export default definePolicy({
  name: 'reading-room',
  title: { en: 'The Reading Room', 'zh-CN': '阅览室' },
  vocabulary: words,
  parts,
  clauses: [lending, outside],
});
