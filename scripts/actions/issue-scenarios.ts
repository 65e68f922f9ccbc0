import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openRepository } from '../../test/web/hub-repository.js';
import { makePull, type Pull } from './repository.js';
import { type Scenario, type Stage, wrong } from './stage.js';

const formOf = (fields: Readonly<Record<string, string>>): string =>
  Object.entries(fields)
    .map(([label, value]) => `### ${label}\n\n${value}\n`)
    .join('\n');

/** The answers to issue forms. */
export function issueScenarios({ root, at, workflows, usual, job }: Stage): readonly Scenario[] {
  const path = '.github/workflows/listwright-issue.yml';
  // The package of this version is on no registry yet.
  const workflow = (workflows[path] ?? '').replace(
    'npx --yes listwright@$version',
    `node ${join(root, 'dist/cli.js')}`,
  );
  const makeRepository = (name: string): Pull =>
    makePull(join(at(name), 'repository'), { ...usual, [path]: workflow }, { 'notes.md': 'Nothing.\n' });
  const hubFor = (made: Pull) =>
    openRepository({
      name: 'potters/awesome-pots',
      head: made.merged,
      files: { 'README.md': String(usual['README.md']) },
    });

  return [
    {
      name: 'an issue form is answered with an entry, once, and what it says is never a command',
      async play() {
        const name = 'issue';
        const made = makeRepository(name);
        const hub = await hubFor(made);
        const trap = join(at(name), 'trap');
        const ask = (body: string, action = 'opened') =>
          job(name, made, {
            ...{ workflow: 'listwright-issue.yml', event: 'issues', token: 'write', env: { GITHUB_API_URL: hub.url } },
            payload: {
              action,
              issue: { number: 9, title: 'Add: $(touch x)', body },
              repository: { id: 1, full_name: 'potters/awesome-pots', default_branch: 'main' },
            },
          });
        const hostile = {
          URL: 'https://beehive.test/',
          Name: `Beehive $(touch ${trap})`,
          Description: `Burns wood \`touch ${trap}\` @everyone ::error::gotcha <script>`,
          Section: 'Kilns',
        };
        const first = await ask(formOf(hostile));
        const answers = () => (hub.comments.get(9) ?? []).map(({ body }) => body);
        const [answer = ''] = answers();
        const shown = answer.replace(/^(`{3,})[\s\S]*?^\1/gm, '');
        const second = await ask(formOf({ ...hostile, URL: 'https://anagama.test/' }), 'edited');
        const other = await ask('It does not work.');
        await hub.close();
        return wrong([
          [first.status === 0, `the answer ended with ${first.status}\n${first.text}`],
          [answer.includes('](https://beehive.test/) - Burns wood'), `the answer is ${answer}\n${first.text}`],
          [!/(?<!`[^`\n]*)@everyone|<script>/.test(shown), `the answer mentions or runs something: ${shown}`],
          [!existsSync(trap), 'the form was run'],
          [!/^::error::gotcha/m.test(first.text), 'the form became a command of the log'],
          [second.status === 0, `a listed URL ended with ${second.status}\n${second.text}`],
          [
            answers().length === 1 && answers()[0]?.includes('`Anagama`') === true,
            `answers: ${answers().join('\n---\n')}`,
          ],
          [other.status === 0 && hub.log.length > 0 && answers().length === 1, 'another issue was answered'],
        ]);
      },
    },
  ];
}
