import { describe, expect, it } from 'vitest';
import { describeStore } from '../src/conformance/index.ts';
import { makeSqliteEngine } from './sqlite-engine.ts';

describeStore('sqlite', () => makeSqliteEngine(), { describe, it, expect });
