import { readFile } from 'node:fs/promises';
import { check, lint } from 'listwright';

const text = await readFile('README.md', 'utf8');
for (const { start, message } of await lint(text)) console.log(`line ${start.line}: ${message}`);
for await (const { verdict, url } of check(text, { signal: AbortSignal.timeout(60_000) })) console.log(verdict, url);

/* Prints:
line 5: Repeated word `of`; remove one
alive https://winder.example/
moved https://spool.example/old
*/
