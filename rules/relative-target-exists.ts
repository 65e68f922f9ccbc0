import * as v from 'valibot';
import { resolveLocal } from '../src/model/local.js';
import { rewriteAddress } from '../src/model/rewrite.js';
import { defineRule } from '../src/model/rule.js';
import { scope } from '../src/model/scope.js';

export default defineRule({
  id: 'relative-target-exists',
  summary: 'Link only to files that exist',
  why: 'A relative link to a file that is not in the repository shows a page that says 404; an image shows nothing.',
  severity: { awesome: 'error', roadmap: 'error', minimal: 'error', default: 'error' },
  fix: 'suggest',
  yieldsTo: ['no-placeholder', 'url-wellformed'],
  messages: {
    missing: 'There is no file `{path}`; add it, or link to one that is there',
    image: 'There is no image `{path}`; add it, or take it out',
    case: 'There is no file `{path}`, but one that differs in case; write `{near}`',
  },
  options: v.object({ ...scope }),
  examples: [
    { text: '# Tea\n\n[Rules](RULES.md)\n', files: { LICENSE: '' }, finds: ['3:9 missing'] },
    { text: '# Tea\n\n![Leaf](leaf.png)\n', files: { LICENSE: '' }, finds: ['3:9 image'] },
    {
      text: '# Tea\n\n[Rules](contributing.md)\n',
      files: { 'CONTRIBUTING.md': '' },
      finds: ['3:9 case'],
      fixed: '# Tea\n\n[Rules](CONTRIBUTING.md)\n',
      note: 'GitHub tells upper from lower case, many laptops do not.',
    },
    { text: '# Tea\n\n[Rules](docs/RULES.md) [folder](docs)\n', files: { 'docs/RULES.md': '' }, finds: [] },
    { text: '# Tea\n\n[Rules](/docs/My%20Rules.md?raw=true)\n', files: { 'docs/My Rules.md': '' }, finds: [] },
    {
      text: '# Tea\n\n[Issues](../../issues)\n',
      files: { LICENSE: '' },
      finds: [],
      note: 'GitHub serves what lies above the repository.',
    },
    { text: '# Tea\n\n[Rules](RULES.md)\n', finds: [], note: 'Nothing is known of the files beside the list.' },
  ],
  check({ list, files, report }) {
    for (const link of list.links) {
      if (link.sort !== 'local') continue;
      const answer = resolveLocal(link, list, files);
      if (answer.status !== 'missing-file') continue;
      const at = link.urlPosition;
      const path = answer.path ?? link.url;
      if (answer.suggestion !== null) {
        const edits = [rewriteAddress(link, answer.suggestion)];
        report({ message: 'case', at, link, data: { path, near: answer.suggestion }, fix: { safe: false, edits } });
      } else report({ message: link.image ? 'image' : 'missing', at, link, data: { path } });
    }
  },
});
