/**
 * What somebody runs who trusts nobody: a program of their own over the published verifier. The log's
 * key is put in by hand, as the receipt must not vouch for itself.
 */
export const program = `import { readFileSync } from 'node:fs';
import { verifyReceipt } from '@avow/ledger/verify';

const [file, vkey] = process.argv.slice(2);
const { proof, body } = JSON.parse(readFileSync(file, 'utf8'));
console.log(await verifyReceipt({ proofText: proof, body: Buffer.from(body, 'base64'), vkey }));
`;

/** How it is run. */
export const commands = (vkey: string): string => `npm install @avow/ledger
node check.mjs receipt.json '${vkey}'
`;
