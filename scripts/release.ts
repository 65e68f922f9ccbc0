/** Says whether what is about to be released fits together: prints `version=…`, or what differs and fails. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { troubleOf } from './release/trouble.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');
const { version } = JSON.parse(read('package.json')) as { version: string };
const templates = ['listwright', 'listwright-comment', 'listwright-audit', 'gitlab-ci'];
const trouble = troubleOf({
  tag: process.argv[2] ?? '',
  version,
  changelog: read('CHANGELOG.md'),
  mentions: Object.fromEntries(
    ['README.md', 'docs/ci.md', ...templates.map((name) => `templates/${name}.yml`)].map((path) => [path, read(path)]),
  ),
});
if (trouble.length === 0) process.stdout.write(`version=${version}\n`);
else {
  process.stderr.write(trouble.map((each) => `${each}\n`).join(''));
  process.exit(1);
}
