import { writeFileSync } from 'node:fs';
import { pageOf, rowsIn } from './clauses.ts';

writeFileSync('docs/clauses.md', pageOf(rowsIn(process.cwd())));
