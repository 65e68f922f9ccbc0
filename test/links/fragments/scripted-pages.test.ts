import { describe, expect, test } from 'vitest';
import { checkOnPage } from '../../../src/links/fragments/check-fragments.js';
import { readAnchors } from '../../../src/links/fragments/html-anchors.js';
import { matchFragment } from '../../../src/links/fragments/match-fragment.js';
import type { HttpResponse } from '../../../src/links/http/response.js';

const body =
  '<h1 id="kilns">Kilns</h1><h2 id="raku">Raku</h2><h2 id="pit">Pit</h2><i id="tag/pots"></i><i id="a=b"></i>';
const page = { type: 'text/html', anchors: readAnchors(body), whole: true };

describe('fragments that scripts read', () => {
  test.each([
    ['L12', 'unsure'],
    ['L12-L30', 'unsure'],
    ['L12C3-L30C8', 'unsure'],
    ['L12n', 'missing'],
    ['lines-12:30', 'unsure'],
    ['lines-up', 'missing'],
    ['file-kiln-py-L2-L3', 'unsure'],
    ['file-kiln-py-L', 'missing'],
    ['12-30', 'unsure'],
    ['12-kilns', 'missing'],
    ['87654321', 'unsure'],
    ['__codelineno-4-2:3', 'unsure'],
    ['__codelineno-4', 'missing'],
    ['comment-12', 'unsure'],
    ['comment12_345', 'unsure'],
    ['issuecomment-12', 'unsure'],
    ['comments', 'missing'],
    ['note_7', 'unsure'],
    ['notes', 'missing'],
    ['p7', 'unsure'],
    ['pots7', 'missing'],
    ['disqus_thread', 'unsure'],
    ['t=30', 'unsure'],
    ['tag/pots', 'found'],
    ['tag/bowls', 'spa'],
    ['a=b', 'found'],
    ['a=c', 'spa'],
    ['%74op', 'found'],
    ['stop', 'missing'],
  ])('#%s is %s', (fragment, kind) => expect(matchFragment(fragment, page).kind).toBe(kind));

  test.each([
    ['GitLab', '<meta content="GitLab" property="og:site_name">', 0],
    ['a page about GitLab', '<meta content="GitLab" property="og:title">', 1],
    ['Bitbucket', '<meta id="bb-bootstrap" data-current-user="{}">', 0],
    ['a page with a name like that', '<meta id="bb-boots">', 1],
  ])('what is missing on %s', (_, head, count) => {
    const answer: HttpResponse = {
      ...{ kind: 'answer', url: 'https://pots.test/', status: 200, statusText: 'OK', broken: null },
      ...{ headers: { 'content-type': 'text/html' }, body: head + body },
    };
    expect(checkOnPage(['cone', 'raku'], answer).size).toBe(count);
  });
});
