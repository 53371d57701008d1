import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder in which the test files of a run share one bundle of the program. */
    readonly program: string;
  }
}

/** A bundle of the program for a whole run of tests, made when a file first asks for it; see program.ts. */
export default function onDemand(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'avow-program-'));
  project.provide('program', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
