import { describe, expect, it } from 'vitest';
import { describeStore } from '../../src/conformance/index.ts';
import { makePostgresEngine } from './engine.ts';

describeStore('postgres', makePostgresEngine, { describe, it, expect });
