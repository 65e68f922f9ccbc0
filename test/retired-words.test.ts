import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Words that the project does not use in prose: metaphors, personifications and odd idioms. */
const retired =
  /\b(?:told|tells of|stands|(?:is|are) asked|mend(?:s|ed|ing)?|anew|whoever|nobody|somebody|beside|heals?|takes (?:out|off)|write that|write it so|(?:is|are) wanted|of one's own|for now|as it is|what is left|house|rooms?|roof|floor|doors?|walls?|gates?|desks?)\b/gi;

/** What is allowed in any file, with its reason. */
const allowed: readonly (readonly [RegExp, string])[] = [
  [/\bMath\.floor\b/g, 'a function of JavaScript'],
  [/\bbot-walls?\b/g, 'the reason `bot-wall` and its file are part of the output format'],
  [/\bauthwall\b/g, 'the name of a page of LinkedIn'],
  [/\(\?:(?:gate|wall)\|/g, 'names of pages that sites show, in a pattern'],
  [/\bwall (?:time|clock)\b/gi, 'the term for elapsed time'],
  [/'die dat er ze zo heel op door en de'/g, 'words of Dutch'],
];

/**
 * How many uses are left in each place, most of them in comments and identifiers. A number may only go down: lower it when you
 * remove one, until the line can go.
 */
const left: Readonly<Record<string, number>> = {
  scripts: 99,
};

const files = execFileSync(
  'git',
  ['ls-files', 'src', 'rules', 'templates', 'docs', 'README.md', 'action.yml', 'scripts'],
  {
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((path) => /\.(?:ts|js|json|md|yml|yaml|html|css)$/.test(path));

/** `src/links` for a file below it, `docs` for a page, the file itself at the top. */
function placeOf(path: string): string {
  const [first = '', second] = path.split('/');
  return first === 'src' && second !== undefined ? `${first}/${second}` : first;
}

function usesIn(path: string): number {
  const text = allowed.reduce((rest, [pattern]) => rest.replace(pattern, ''), readFileSync(path, 'utf8'));
  return text.match(retired)?.length ?? 0;
}

test('retired words do not come back', () => {
  const counts: Record<string, number> = {};
  for (const path of files) {
    const uses = usesIn(path);
    if (uses > 0) counts[placeOf(path)] = (counts[placeOf(path)] ?? 0) + uses;
  }
  // Exact, so that a lower number is written down here.
  expect(counts).toEqual(left);
});

test('words that are allowed are not counted, and retired ones are', () => {
  expect('Math.floor(2)'.replace(/\bMath\.floor\b/g, '').match(retired)).toBeNull();
  expect('`--fix` mends it; nobody is asked'.match(retired)).toEqual(['mends', 'nobody', 'is asked']);
  expect('amend, outstanding, warehouse, understands'.match(retired)).toBeNull();
});
