import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Changes a copy of a data store behind the program's back: `node tamper.ts <folder> <copy> <sql>`. */
const [folder = '', copy = '', sql = ''] = process.argv.slice(2);
cpSync(folder, copy, { recursive: true });
const database = new DatabaseSync(join(copy, 'avow.db'));
database.exec(sql);
database.close();
