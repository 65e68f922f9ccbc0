import { expect, test } from 'vitest';
import { NoNetworkError, UserError } from '../../src/model/errors.js';
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
