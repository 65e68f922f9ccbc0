import type { Proposal } from '../../src/add/proposal.js';
import { type AddRequest, proposeEntry } from '../../src/add/propose-entry.js';
import { builtinRules } from '../../src/config/builtin-rules.js';
import type { RawOptions } from '../../src/config/config-file.js';
import { resolveSettings } from '../../src/config/resolve.js';
import { noFiles } from '../../src/model/files.js';

/** What a test says of an entry; the rest is made up. */
export type Asked = Partial<Omit<AddRequest, 'settings' | 'rules'>> & { readonly options?: RawOptions };

/** Proposes an entry for a text, asking nobody unless the test says whom. */
export async function proposed(text: string, { options = {}, ...asked }: Asked = {}): Promise<Proposal> {
  const settings = await resolveSettings({}, { ledger: false, ...options }, [], {
    rules: builtinRules,
    configFile: null,
    cwd: '/',
    reporters: [],
    userAgent: 'listwright-test',
    ledger: '',
    vantage: 'local',
    env: {},
  });
  const input = { path: 'README.md', file: '/made-up/README.md', stdin: false, remote: null };
  return proposeEntry(
    { input, text, files: noFiles },
    {
      ...{ url: 'https://quill.ink/pen', section: null, tier: null, name: 'Quill', ask: null },
      ...{ description: 'quick pen for slow letters', settings, rules: builtinRules, ...asked },
    },
  );
}
