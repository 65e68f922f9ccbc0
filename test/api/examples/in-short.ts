import { readFile } from 'node:fs/promises';
import { check, lint } from 'listwright';

const text = await readFile('README.md', 'utf8');
for (const { start, message } of await lint(text)) console.log(`line ${start.line}: ${message}`);
for await (const { verdict, url } of check(text, { signal: AbortSignal.timeout(60_000) })) console.log(verdict, url);

/* Prints:
line 1: Nothing between the title `Kites` and the first section says what the list is about; add a sentence that does
line 1: This list does not show the awesome badge; add it behind the title
line 3: Section `Reels` has 2 of at least 3 entries; add some or join it with another section
alive https://winder.example/
moved https://spool.example/old
*/
