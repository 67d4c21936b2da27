// Prints what things cost, as Markdown; each figure also as a ratio to AutoCorrect (Rust) or to bare Node in this run.
//   npm run bench [-- texts terms files server] only these tables
import { cpus } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { files } from './files.ts';
import { server } from './server.ts';
import { terms } from './terms.ts';
import { texts } from './texts.ts';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const tables = { texts, terms, files: () => files(root), server: () => server(root) };
const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

console.log(`\nNode ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`);
for (const [name, table] of Object.entries(tables)) {
  if (asked.length === 0 || asked.includes(name)) console.log(`\n${await table()}`);
}
