/** Says whether what is about to be released fits together: prints `version=…`, or what differs and fails. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { troubleOf } from './release/trouble.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(`${root}${path}`, 'utf8');
const { version } = JSON.parse(read('package.json')) as { version: string };
/** Everything that names a version for users. */
const mentions = [
  ...['README.md', 'docs/ci.md', 'docs/install.md', 'plugin.yaml'],
  ...['listwright', 'listwright-comment', 'listwright-audit', 'listwright-code-scanning', 'gitlab-ci'].map(
    (name) => `templates/${name}.yml`,
  ),
  ...[
    'forgejo/listwright',
    'gitlab/templates/listwright',
    'mega-linter-plugin-listwright/listwright.megalinter-descriptor',
  ].map((name) => `integrations/${name}.yml`),
];
const trouble = troubleOf({
  tag: process.argv[2] ?? '',
  version,
  changelog: read('CHANGELOG.md'),
  mentions: Object.fromEntries(mentions.map((path) => [path, read(path)])),
});
if (trouble.length === 0) process.stdout.write(`version=${version}\n`);
else {
  process.stderr.write(trouble.map((each) => `${each}\n`).join(''));
  process.exit(1);
}
