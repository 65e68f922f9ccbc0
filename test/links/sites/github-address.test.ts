import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { githubAddress } from '../../../src/links/sites/github/address.js';
import { githubAnchorKind } from '../../../src/links/sites/github/readme.js';

/** An address in few words. */
function told(url: string): string | null {
  const address = githubAddress(new URL(url));
  if (address === null) return null;
  if (address.kind === 'owner') return `owner ${address.login}`;
  if (address.kind === 'topic') return `topic ${address.name}`;
  if (address.kind === 'gist') return `gist ${address.id}`;
  const { kind, ...facts } = address.part;
  return [`${address.owner}/${address.name}`, kind, ...Object.values(facts).map(String)].join(' ');
}

describe('addresses', () => {
  test.each([
    ['https://github.com/potter/kiln', 'potter/kiln root'],
    ['https://github.com/potter/kiln.js.git/', 'potter/kiln.js root'],
    ['https://www.github.com/potter/kiln/blob/a/b%20c.md', 'potter/kiln path blob a,b c.md'],
    ['https://github.com/potter/kiln/tree/main', 'potter/kiln path tree main'],
    ['https://github.com/potter/kiln/blob/main', null],
    ['https://github.com/potter/kiln/blob/main~1/x', null],
    ['https://github.com/potter/kiln/blob/main/%00', null],
    ['https://github.com/potter/kiln/tree/a%2Fb', null],
    ['https://github.com/potter/kiln/tree/%zz', null],
    ['https://github.com/potter/kiln/releases/tag/cli/v1', 'potter/kiln release cli/v1'],
    ['https://github.com/potter/kiln/releases/download/v1/kiln.zip', null],
    ['https://github.com/potter/kiln/releases/latest', 'potter/kiln action false'],
    ['https://github.com/potter/kiln/issues/12', 'potter/kiln issue 12'],
    ['https://github.com/potter/kiln/pull/12/commits/abc', 'potter/kiln issue 12'],
    ['https://github.com/potter/kiln/issues/0', null],
    ['https://github.com/potter/kiln/issues/99999999999', null],
    ['https://github.com/potter/kiln/issues/new/choose', 'potter/kiln action true'],
    ['https://github.com/potter/kiln/issues/newest', null],
    ['https://github.com/potter/kiln/issues', 'potter/kiln action false'],
    ['https://github.com/potter/kiln/issues?q=is:open', 'potter/kiln action true'],
    ['https://github.com/potter/kiln/discussions/7', 'potter/kiln discussion 7'],
    ['https://github.com/potter/kiln/discussions/new?category=ideas', 'potter/kiln action true'],
    ['https://github.com/potter/kiln/wiki/Ash-glaze', 'potter/kiln wiki Ash-glaze'],
    ['https://github.com/potter/kiln/wiki/_new', 'potter/kiln action true'],
    ['https://github.com/potter/kiln/commit/0123456789', null],
    ['https://github.com/potter/kiln/archive/main.zip', null],
    ['https://github.com/potter', 'owner potter'],
    ['https://github.com/potter_guild', 'owner potter_guild'],
    ['https://github.com/features', null],
    ['https://github.com/Sponsors/potter', null],
    ['https://github.com/orgs/guild/people', null],
    ['https://github.com/topics/clay', 'topic clay'],
    ['https://github.com/topics', null],
    ['https://github.com/potter%22/kiln', null],
    ['https://github.com/-potter/kiln', null],
    [`https://github.com/${'p'.repeat(40)}/kiln`, null],
    ['https://github.com/potter/..%20', null],
    [`https://github.com/potter/${'k'.repeat(101)}`, null],
    ['https://github.com/', null],
    ['https://github.com:8443/potter/kiln', null],
    ['https://me:secret@github.com/potter/kiln', null],
    ['https://github.com.evil.test/potter/kiln', null],
    ['https://docs.github.com/en/rest', null],
    ['ftp://github.com/potter/kiln', null],
    ['https://raw.githubusercontent.com/potter/kiln/main/a/b.md', 'potter/kiln path file main,a,b.md'],
    ['https://raw.githubusercontent.com/potter/kiln/main', null],
    ['https://raw.githubusercontent.com/potter', null],
    ['https://gist.github.com/potter/0123456789abcdef0123', 'gist 0123456789abcdef0123'],
    ['https://gist.github.com/1234567', 'gist 1234567'],
    ['https://gist.github.com/potter', null],
    ['https://gist.github.com/potter/0123456789abcdef0123/raw/x.md', null],
  ])('%s: %s', (url, expected) => {
    expect(told(url)).toBe(expected);
  });

  test('any path is an address or none', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('blob', 'a', 'issues', '%', '..', '1', 'wiki'))),
        (parts) => {
          const url = new URL(`https://github.com/${parts.join('/')}`);
          expect(() => githubAddress(url)).not.toThrow();
        },
      ),
    );
  });
});

describe('what a fragment means', () => {
  test.each([
    ['potter/kiln/blob/main/src/fire.ts#L10', 'line'],
    ['potter/kiln/blob/main/src/fire.ts#L10-L20', 'line'],
    ['potter/kiln/blob/main/README.md#L3C1-L4C2', 'line'],
    ['potter/kiln/blob/main/src/fire.ts#Lines', null],
    ['potter/kiln/blob/main/README.md#lines', 'heading'],
    ['potter/kiln/blob/main/README.md?plain=1#lines', null],
    ['potter/kiln/blob/main/docs/a.rst#usage', 'heading'],
    ['potter/kiln/blob/main/docs/a.adoc#usage', 'heading'],
    ['potter/kiln/blame/main/README.md#usage', null],
    ['potter/kiln#readme', 'readme'],
    ['potter/kiln#readme-ov-file', 'readme'],
    ['potter/kiln#readmes', 'heading'],
    ['potter/kiln#issuecomment-1', 'heading'],
    ['potter/kiln', null],
    ['potter/kiln#', null],
    ['potter/kiln/issues/1#issuecomment-99', 'issue-comment'],
    ['potter/kiln/issues/1#usage', null],
    ['potter/kiln/pull/1#discussion_r12', 'issue-comment'],
    ['potter/kiln/pull/1/files#r12', 'issue-comment'],
    ['potter/kiln/pull/1#pullrequestreview-12', 'issue-comment'],
    ['potter/kiln/discussions/1#discussioncomment-12', 'issue-comment'],
    ['potter/kiln/commit/0123456789ab#commitcomment-5', 'issue-comment'],
    ['potter/kiln/commit/0123456789ab#usage', null],
    ['potter/kiln/wiki/Ash#sifting', 'heading'],
    ['potter/kiln/wiki#sifting', 'heading'],
    ['potter/kiln/stargazers#sifting', null],
    ['potter#x', null],
    ['features#x', null],
  ])('%s: %s', (path, expected) => {
    expect(githubAnchorKind(new URL(`https://github.com/${path}`))).toBe(expected);
  });

  test('elsewhere it means nothing that is known here', () => {
    expect(githubAnchorKind(new URL('https://gist.github.com/p/0123456789abcdef0123#file-a-md-L2'))).toBe('line');
    expect(githubAnchorKind(new URL('https://gist.github.com/p/0123456789abcdef0123#file-a-md'))).toBeNull();
    expect(githubAnchorKind(new URL('https://example.org/potter/kiln#readme'))).toBeNull();
  });
});
