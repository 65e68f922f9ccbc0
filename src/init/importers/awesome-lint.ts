import { isObject, readJson } from './config-formats.js';
import type { Importer, ImporterRow, ImportSource } from './importer.js';

/** From the section "Usage" of the README of sindresorhus/awesome-lint. */
const rows: readonly ImporterRow[] = [
  {
    name: 'awesome-lint, called in a script or a workflow',
    becomes: 'preset: awesome-strict',
    note: 'the rules and Markdown style of awesome-lint 2.3; a list in tiers keeps `roadmap`',
  },
  {
    name: '<!--lint disable rule-->',
    becomes: null,
    note: 'the comments work unchanged; its rules are aliases in `listwright rules`',
  },
];

const took: ImportSource = {
  settings: { preset: 'awesome-strict' },
  took: ['its use as the preset `awesome-strict`'],
  left: [],
};

/** awesome-lint has no settings but comments in the text: that it is used is what counts. */
export const awesomeLint: Importer = {
  name: 'awesome-lint',
  source: 'https://github.com/sindresorhus/awesome-lint#usage',
  files: ['package.json', '.github/workflows/*.{yml,yaml}', '.travis.yml'],
  rows,
  read(text, file) {
    return Promise.resolve((file.endsWith('.json') ? isUsed(text) : isCalled(text)) ? took : null);
  },
};

function isUsed(text: string): boolean {
  const parsed = readJson(text);
  if (typeof parsed === 'string') return false;
  const scripts = isObject(parsed.scripts) ? Object.values(parsed.scripts) : [];
  return scripts.some(
    (script) => typeof script === 'string' && /(?:^|[\s;&|/])awesome-lint(?:@[\w.^~-]+)?(?:$|[\s;&|])/.test(script),
  );
}

/** True for a line that runs it; one that only names it, or is a comment, does not. */
function isCalled(text: string): boolean {
  return text
    .split('\n')
    .some(
      (line) =>
        !/^\s*(?:#|(?:-\s*)?name:)/.test(line) &&
        /(?:^|[\s/;&|])awesome-lint(?:@[\w.^~-]+)?(?:$|[\s;&|@])/.test(line.slice(0, 2000)),
    );
}
