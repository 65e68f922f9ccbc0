import { describe, expect, test } from 'vitest';
import { bitbucket } from '../../../src/links/sites/bitbucket.js';
import { gitea } from '../../../src/links/sites/gitea.js';
import { gitlab } from '../../../src/links/sites/gitlab.js';
import { sourceforge } from '../../../src/links/sites/sourceforge.js';

const sites = { gitlab, gitea, bitbucket, sourceforge };
type Name = keyof typeof sites;

describe('what a forge claims', () => {
  test.each<[Name, boolean, string]>([
    ['gitlab', true, 'https://gitlab.com/clay/wheels/kick/-/tree/main?ref_type=heads'],
    ['gitlab', true, 'https://gitlab.clay.test/clay/kiln'],
    ['gitlab', false, 'https://about.gitlab.com/company/culture'],
    ['gitlab', false, 'https://clay.gitlab.io/kiln/docs'],
    ['gitlab', false, 'https://gitlab.com/clay'],
    ['gitlab', false, 'https://gitlab.com/explore/projects'],
    ['gitlab', false, 'https://gitlab.com/groups/clay/wheels'],
    ['gitlab', false, 'https://gitlab.com/-/snippets/1'],
    ['gitlab', false, 'https://gitlab.com/clay/-/epics/1'],
    ['gitlab', false, 'https://gitlab.com/clay/kil%ZZ'],
    ['gitlab', false, 'https://gitlab.com/clay/a%20kiln'],
    ['gitlab', false, 'https://gitlab.com/clay/ki%2Fln'],
    ['gitea', true, 'https://gitea.com/clay/kiln'],
    ['gitea', true, 'https://forgejo.clay.test/clay/kiln'],
    ['gitea', false, 'https://docs.codeberg.org/clay/kiln'],
    ['gitea', false, 'https://gitea/clay/kiln'],
    ['gitea', false, 'https://codeberg.org/explore/repos'],
    ['gitea', false, 'https://codeberg.org/clay'],
    ['gitea', false, 'https://codeberg.org/clay/-/packages'],
    ['gitea', false, 'https://codeberg.org/clay/kiln.rss'],
    ['gitea', false, 'https://codeberg.org/clay/kil%E0%A4%A'],
    ['bitbucket', true, 'https://bitbucket.org/clay/kiln/'],
    ['bitbucket', false, 'https://clay.bitbucket.org/kiln/docs'],
    ['bitbucket', false, 'https://bitbucket.org/product/features'],
    ['bitbucket', false, 'https://bitbucket.org/clay/workspace/overview'],
    ['bitbucket', false, 'https://bitbucket.org/clay'],
    ['sourceforge', true, 'http://www.sourceforge.net/projects/kiln'],
    ['sourceforge', false, 'https://kiln.sourceforge.net/projects/kiln'],
    ['sourceforge', false, 'https://sourceforge.net/projects/kiln.mirror/'],
    ['sourceforge', false, 'https://sourceforge.net/directory/kiln'],
  ])('%s, %s: %s', (name, expected, address) => {
    expect(sites[name].claims(new URL(address))).toBe(expected);
  });
});
