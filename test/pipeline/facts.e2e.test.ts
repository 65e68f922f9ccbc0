import { expect, test } from 'vitest';
import { builtinRules as rules } from '../../src/config/builtin-rules.js';
import { resolveSettings } from '../../src/config/resolve.js';
import { run } from '../../src/pipeline/run.js';
import { folderOf } from '../cli/command.js';
import { githubWeb } from '../web/github.js';
import { startWeb } from '../web/server.js';

const list = '# Kites\n\n## Plans\n\n- [Delta](https://github.com/kites/delta) - Flies.\n';

/** The findings of a rule in a run whose clock is ahead by some minutes when links are checked. */
async function findingsAfter(minutes: number): Promise<readonly string[]> {
  const web = await startWeb(githubWeb({ repositories: [{ name: 'kites/delta', isFork: true }] }).sites);
  try {
    const cwd = folderOf({ 'README.md': list });
    const flags = { preset: 'minimal', ledger: false, cacert: web.ca, connectTo: web.connectTo() } as const;
    const settings = await resolveSettings({ rules: { 'repo-fork': 'warning' } }, flags, [], {
      ...{ rules, cwd, configFile: null, reporters: [], userAgent: 'kite', ledger: null, vantage: 'local' },
      env: { GITHUB_TOKEN: 'made-up-token' },
    });
    const start = Date.now();
    let isStarted = false;
    const now = (): number => {
      const time = isStarted ? start + minutes * 60_000 : start;
      isStarted = true;
      return time;
    };
    const { report } = await run(
      { command: 'check', paths: [], settings, rules, fix: null, stdinFilename: 'README.md' },
      { cwd, version: '1.0.0', signal: new AbortController().signal, stdin: () => Promise.reject(new Error()), now },
    );
    return report.findings.map(({ rule }) => rule);
  } finally {
    await web.stop();
  }
}

test.each([0, 1, 45])(
  'facts that were read %i minutes after the start of a run are used by its rules',
  async (minutes) => {
    expect(await findingsAfter(minutes)).toEqual(['repo-fork']);
  },
);
