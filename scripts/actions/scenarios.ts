import { cpSync, existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/model/report.js';
import { githubWeb } from '../../test/web/github.js';
import { type HubRepository, openRepository } from '../../test/web/hub-repository.js';
import { startWeb } from '../../test/web/server.js';
import { type Job, type Runner, runJob } from './act.js';
import { issueScenarios } from './issue-scenarios.js';
import { doneEvent, type Files, makePull, type Pull, pullEvent, pushEvent } from './repository.js';
import { type Scenario, type Stage, wrong } from './stage.js';
import { writeStandIns } from './stand-ins.js';
import type { Said } from './tools.js';
import { kilns, upkeepScenarios } from './upkeep-scenarios.js';

const list = `# Awesome Pots [![Awesome](https://awesome.re/badge.svg)](https://awesome.re)

> Things to put things in.

## Kilns

- [Anagama](https://anagama.test/) - Burns wood for a week.
- [Bottle](https://bottle.test/) - Looks like one.
- [Climbing](https://climbing.test/) - Goes up a hill, room by room.
${['Cave', 'Catenary', 'Downdraft', 'Groundhog', 'Pit', 'Raku', 'Salt', 'Tunnel']
  .map(
    (name) =>
      `- [${name}](https://climbing.test/${name.toLowerCase()}) - Fires pots as a ${name.toLowerCase()} kiln.\n`,
  )
  .join('')}`;
const withEntry = (entry: string): string => list.replace('- [Bottle]', `${entry}\n- [Bottle]`);

/** The scenarios, on a small web of their own that ends with the process. */
export async function scenarios(place: {
  readonly root: string;
  readonly folder: string;
  readonly act: string;
  readonly workflows: string;
}): Promise<readonly Scenario[]> {
  const hosts = ['anagama.test', 'bottle.test', 'climbing.test', 'awesome.re', 'beehive.test'];
  const github = githubWeb({ repositories: kilns });
  const web = await startWeb({
    ...github.sites,
    ...Object.fromEntries(hosts.map((host) => [host, ({ response }) => void response.end('<title>Kilns</title>')])),
    'moved.test': ({ path, response }) =>
      path === '/old'
        ? void response.writeHead(301, { location: '/new' }).end()
        : void response.end('<title>Bottle</title>'),
    'gone.test': ({ response }) => void response.writeHead(404).end('gone'),
  });
  const workflows = Object.fromEntries(
    readdirSync(place.workflows).map((name) => [
      `.github/workflows/${name}`,
      readFileSync(join(place.workflows, name), 'utf8'),
    ]),
  );
  const release = join(place.folder, 'release');
  for (const file of ['action.yml', 'dist/action.js']) cpSync(join(place.root, file), join(release, file));
  const runner: Runner = {
    ...place,
    release,
    standIns: writeStandIns(join(place.folder, 'actions'), Object.values(workflows)),
  };
  const config = {
    ...{ confirmAfter: '50ms', cacert: web.ca, rules: { 'awesome-badge': 'off', 'description-end': 'warning' } },
    connectTo: web.connectTo(['gone.test', 'moved.test', ...hosts, ...Object.keys(github.sites)]),
  };
  const usual: Files = {
    ...workflows,
    ...{ 'README.md': list, '.gitignore': '.listwright/\n', 'listwright.config.json': JSON.stringify(config) },
  };
  const at = (name: string): string => join(place.folder, name);
  const pull = (name: string, after: Files): Pull => makePull(join(at(name), 'repository'), usual, after);
  const job = (name: string, { folder }: Pull, more: Pick<Job, 'event' | 'payload'> & Partial<Job>): Promise<Said> =>
    runJob(runner, { repository: folder, service: join(at(name), 'service'), workflow: 'listwright.yml', ...more });
  const stage: Stage = { root: place.root, at, workflows, usual, config, web, job };
  const handedOn = (name: string): Report | null => {
    const file = join(at(name), 'service/artifacts/listwright-report/report.json');
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null;
  };

  /** The same repository as GitHub's interface shows it. */
  const hubOf = (made: Pull, text: string): Promise<HubRepository> =>
    openRepository({
      ...{ name: 'potters/awesome-pots', head: made.merged, files: { 'README.md': text } },
      pulls: [
        {
          ...{ number: 7, sha: made.head, owner: 'stranger' },
          files: { 'README.md': { text, patch: `@@ -7,2 +7,3 @@\n a\n+${bad}\n b` } },
        },
      ],
    });

  const bad = '- [Beehive](https://gone.test/) - burns wood, too';
  const finds = (name: string, said: Said): readonly string[] =>
    wrong([
      [said.status === 1, `the job should fail; it ended with ${said.status}\n${said.text}`],
      [said.text.includes('::error file=README.md,line=8,'), 'no annotation stands on line 8'],
      [said.text.includes('title=link-broken::`https://gone.test/` is broken'), 'the dead link is not annotated'],
      [said.text.includes('```suggestion'), 'the summary suggests no line'],
      [!/file=README\.md,line=(?!8,)/.test(said.text), 'something is annotated that the pull request does not bring'],
      [handedOn(name)?.findings.some(({ rule }) => rule === 'description-end') === true, 'no report was handed on'],
    ]);
  return [
    {
      name: 'a clean pull request passes without a word',
      async play() {
        const name = 'clean';
        const made = pull(name, { 'README.md': withEntry('- [Beehive](https://beehive.test/) - Burns wood, too.') });
        const said = await job(name, made, { event: 'pull_request', payload: pullEvent(made, false), token: 'read' });
        const asked = new Set(web.log.map(({ host }) => host));
        return wrong([
          [said.status === 0, `the job should pass; it ended with ${said.status}\n${said.text}`],
          [!/::(?:error|warning|notice) /.test(said.text), `annotations were written\n${said.text}`],
          [handedOn(name)?.findings.length === 0, 'no clean report was handed on'],
          [asked.has('beehive.test') && !asked.has('anagama.test'), `asked were ${[...asked].join(', ')}`],
        ]);
      },
    },
    {
      name: 'a bad entry is shown on its line',
      async play() {
        const name = 'bad';
        const made = pull(name, { 'README.md': withEntry(bad) });
        return finds(
          name,
          await job(name, made, { event: 'pull_request', payload: pullEvent(made, false), token: 'read' }),
        );
      },
    },
    {
      name: 'a fork without a token sees the same',
      async play() {
        const name = 'fork';
        const made = pull(name, { 'README.md': withEntry(bad) });
        return finds(name, await job(name, made, { event: 'pull_request', payload: pullEvent(made, true) }));
      },
    },
    {
      name: 'a pull request that silences itself in the configuration does not succeed in it',
      async play() {
        const name = 'silent';
        const quiet = { ...config, exclude: ['.*'], rules: { 'description-end': 'off', 'description-start': 'off' } };
        const made = pull(name, {
          'README.md': withEntry(bad),
          'listwright.config.json': JSON.stringify(quiet),
          '.listwright-baseline.json': '{"version":1,"findings":[]}',
        });
        const said = await job(name, made, { event: 'pull_request', payload: pullEvent(made, true) });
        return [
          ...finds(name, said),
          ...wrong([
            [
              said.text.includes('is changed by this pull request; the version of the base branch is used'),
              'it is not told',
            ],
          ]),
        ];
      },
    },
    {
      name: 'the policy of the base speaks in the summary, whatever the title says',
      async play() {
        const name = 'policy';
        const pullRequest = { entries: 0, title: '^Add .', files: 'README.md', checkboxes: 'I have read it' };
        const before = { ...usual, 'listwright.config.json': JSON.stringify({ ...config, pullRequest }) };
        const made = makePull(join(at(name), 'repository'), before, {
          'README.md': withEntry('- [Beehive](https://beehive.test/) - Burns wood, too.'),
          'listwright.config.json': JSON.stringify(config),
        });
        const title = '::error::gotcha @everyone <script>';
        const payload = pullEvent(made, true, { title, body: '- [x] I have read it' });
        const said = await job(name, made, { event: 'pull_request', payload });
        const found =
          handedOn(name)
            ?.findings.map(({ rule }) => rule)
            .sort() ?? [];
        return wrong([
          [said.status === 0, `warnings should not fail the job; it ended with ${said.status}\n${said.text}`],
          [
            found.join() === 'pull-request-entries,pull-request-files,pull-request-title',
            `the report has ${found.join() || 'nothing'}`,
          ],
          [said.text.includes('About the pull request'), 'the summary has no part about the pull request'],
          [!/::error::gotcha/.test(said.text.replace(/`[^`]*`/g, '')), 'the title became a command'],
        ]);
      },
    },
    {
      name: 'a push to the default branch keeps what was learnt, even when it fails; a pull request does not',
      async play() {
        const name = 'push';
        const made = pull(name, { 'README.md': withEntry(bad) });
        const cache = (): readonly string[] => readdirSync(join(at(name), 'service/cache'));
        await job(name, made, { event: 'pull_request', payload: pullEvent(made, false) });
        const before = cache();
        const said = await job(name, made, { event: 'push', payload: pushEvent(made), runId: '2' });
        const [kept = ''] = cache();
        const ledger = kept === '' ? '' : readFileSync(join(at(name), 'service/cache', kept), 'utf8');
        return wrong([
          [before.length === 0, `a pull request wrote the cache: ${before.join(', ')}`],
          [said.status === 1, `the push should fail; it ended with ${said.status}\n${said.text}`],
          [kept.startsWith('listwright-ledger-2-'), `the cache holds ${kept}`],
          [ledger.includes('gone.test'), 'the ledger was not kept'],
        ]);
      },
    },
    {
      name: 'after the run for a fork, one comment is written, and a corrected line suggested',
      async play() {
        const name = 'comment';
        const made = pull(name, { 'README.md': withEntry(bad) });
        const first = await job(name, made, { event: 'pull_request', payload: pullEvent(made, true) });
        const hub = await hubOf(made, withEntry(bad));
        const publish = (): Promise<Said> => {
          const env = { GITHUB_API_URL: hub.url };
          const payload = doneEvent(made, true);
          return job(name, made, {
            workflow: 'listwright-comment.yml',
            event: 'workflow_run',
            payload,
            token: 'write',
            env,
          });
        };
        const said = await publish();
        const again = await publish();
        await hub.close();
        const comments = hub.comments.get(7) ?? [];
        return wrong([
          [first.status === 1, 'the run for the fork should fail'],
          [said.status === 0, `the comment should pass; it ended with ${said.status}\n${said.text}`],
          [comments.length === 1 && comments[0]?.body.includes('gone.test') === true, `comments: ${comments.length}`],
          [hub.reviews.length === 1 && hub.reviews[0]?.line === 8, `suggestions: ${hub.reviews.length}\n${said.text}`],
          [again.status === 0, `the second time it ended with ${again.status}`],
        ]);
      },
    },
    {
      name: 'an artifact of an attacker leads to no word about anything but the pull request',
      async play() {
        const name = 'attack';
        const made = pull(name, { 'README.md': withEntry(bad) });
        await job(name, made, { event: 'pull_request', payload: pullEvent(made, true) });
        const file = join(at(name), 'service/artifacts/listwright-report/report.json');
        const report = JSON.parse(readFileSync(file, 'utf8')) as Report;
        const forged = report.findings.map((finding) => ({ ...finding, path: '.github/workflows/listwright.yml' }));
        const hub = await hubOf(made, withEntry(bad));
        const texts = [
          JSON.stringify({ ...report, findings: forged }),
          JSON.stringify({ ...report, number: 1, pull_request: 1 }),
          '{"version":1}',
          'x'.repeat(60_000_000),
        ];
        const ended: (number | null)[] = [];
        for (const text of texts) {
          writeFileSync(file, text);
          const env = { GITHUB_API_URL: hub.url };
          const payload = doneEvent(made, true);
          const run = { workflow: 'listwright-comment.yml', event: 'workflow_run', payload, token: 'write', env };
          ended.push((await job(name, made, run)).status);
        }
        rmSync(file);
        symlinkSync('/etc/passwd', file);
        const payload = doneEvent(made, true);
        const run = { workflow: 'listwright-comment.yml', event: 'workflow_run', payload, token: 'write' };
        const linked = await job(name, made, { ...run, env: { GITHUB_API_URL: hub.url } });
        await hub.close();
        const written = hub.log.filter(({ method }) => method !== 'GET');
        return wrong([
          [written.length === 0, `written was ${written.map(({ path }) => path).join(', ')}`],
          [ended[0] === 0 && ended.slice(1).every((status) => status === 1), `the jobs ended with ${ended.join(', ')}`],
          [!linked.text.includes('root:'), 'a link out of the artifact was followed'],
        ]);
      },
    },
    {
      name: 'the audit in four parts keeps one issue and offers the fixes',
      async play() {
        const name = 'audit';
        const moved = '- [Bottle](https://moved.test/old) - Looks like one.';
        const text = withEntry(bad).replace('- [Bottle](https://bottle.test/) - Looks like one.', moved);
        const made = pull(name, { 'README.md': text });
        const hub = await hubOf(made, text);
        const audit = (runId: string): Promise<Said> => {
          const env = { GITHUB_API_URL: hub.url, GITHUB_REF_NAME: 'main', GITHUB_SHA: made.merged };
          const payload = { schedule: '17 4 * * 1', repository: pushEvent(made).repository };
          return job(name, made, {
            workflow: 'listwright-audit.yml',
            event: 'schedule',
            payload,
            token: 'write',
            env,
            runId,
          });
        };
        const said = await audit('5');
        await hub.close();
        const commit = hub.commits.get(hub.refs.get('heads/listwright/fixes') ?? '');
        const fixed = hub.trees.get(commit?.tree ?? '')?.['README.md'] ?? '';
        const cache = readdirSync(join(at(name), 'service/cache'));
        return wrong([
          [said.status === 0, `the audit should pass; it ended with ${said.status}\n${said.text}`],
          [
            hub.issues.length === 1 && hub.issues[0]?.body.includes('gone.test') === true,
            `issues: ${hub.issues.length}\n${said.text}`,
          ],
          [fixed.includes('https://moved.test/new'), `the fixes were ${fixed === '' ? 'not offered' : fixed}`],
          [cache.some((each) => each.startsWith('listwright-ledger-5-')), `the cache holds ${cache.join(', ')}`],
        ]);
      },
    },
    ...upkeepScenarios(stage),
    ...issueScenarios(stage),
  ];
}
