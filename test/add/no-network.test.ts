import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NoNetworkError, UserError } from '../../src/model/errors.js';
import { folderOf } from '../cli/command.js';
import { proposed } from './propose.js';

const list = '# Pens\n\n## Inks\n\n- [Blue](https://blue.example/) - Blue ink.\n';

test('a proposal without a network fails as that, not as a wrong call', async () => {
  const url = 'https://quill.ink/pen';
  const about = { title: null, siteName: null, description: null };
  const ask = async () => ({ url, about, verdict: null, offline: true }) as never;
  const failing = proposed(list, { ask });
  await expect(failing).rejects.toBeInstanceOf(NoNetworkError);
  await expect(failing).rejects.toThrow('there is no network; use --offline');
  const wrong = proposed(list, { section: 'Planes' });
  await expect(wrong).rejects.toBeInstanceOf(UserError);
  await expect(wrong).rejects.not.toBeInstanceOf(NoNetworkError);
});

test.skipIf(process.platform === 'win32')(
  'the record of removals is not read through a link out of its folder',
  async () => {
    const url = 'https://quill.ink/pen';
    const text = `- 2029-05-01 [Quill](${url}): it broke\n`;
    const outside = folderOf({ 'REMOVED.md': text });
    const inside = folderOf({ 'REMOVED.md': text });
    const linking = folderOf();
    symlinkSync(join(outside, 'REMOVED.md'), join(linking, 'REMOVED.md'));
    const options = { prune: { record: 'REMOVED.md' } };
    const notices = async (cwd: string) => (await proposed(list, { url, cwd, options })).notices.join();
    expect(await notices(inside)).toContain('was removed from the list on 2029-05-01');
    expect(await notices(linking)).not.toContain('was removed');
  },
);

test.each([
  'http://localhost:8080/',
  'https://10.0.0.1/pen',
  'http://[::1]/',
  'https://pens.internal/',
  'http://intranet/pens',
])('%s is proposed without a network only with --allow-private', async (url) => {
  const refused = await proposed(list, { url });
  expect([refused.line, refused.verdict?.reason, refused.after]).toEqual([null, 'private-address', list]);
  expect((await proposed(list, { url, options: { allowPrivate: true } })).line).toContain(url);
  expect((await proposed(list, { url: 'https://internal.example/' })).line).not.toBeNull();
});
