import { replaceComments } from '../../text/html-comments.js';
import { slugOf, spellingsOf, startSlugs } from '../../text/slug.js';

/** The anchors that GitHub gives a Markdown text: its headings' slugs, and explicit ids and names. One pass over its lines. */
export function anchorsOfMarkdown(markdown: string): ReadonlySet<string> {
  // What is in a comment is on no page; its lines stay, for a comment may be code.
  const text = replaceComments(markdown, (comment) => comment.replace(/[^\r\n]/g, ' '));
  const slugs = startSlugs();
  const names = new Set<string>();
  const add = (slug: string): void => {
    for (const id of [slug, ...spellingsOf(slug)]) names.add(id);
  };
  let fence: string | null = null;
  let before = '';
  for (const line of text.split(/\r?\n/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
    if (fence !== null) {
      if (mark !== null && mark[0] === fence[0] && mark.length >= fence.length && line.trim() === mark) fence = null;
      continue;
    }
    if (mark !== null) {
      fence = mark;
      before = '';
      continue;
    }
    const atx = /^ {0,3}#{1,6}(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/.exec(line)?.[1];
    if (atx !== undefined) add(slugs.next(plain(atx)));
    else if (/^ {0,3}(?:=+|-+)[ \t]*$/.test(line) && before.trim() !== '' && !/^\s*(?:[-*+>|]|\d+[.)])/.test(before))
      add(slugs.next(plain(before.trim())));
    for (const [, , name] of line.matchAll(/<[a-z][^>]{0,300}?\s(id|name)\s{0,3}=\s{0,3}["']?([^"'\s>]{1,200})/gi))
      if (name !== undefined) names.add(name);
    before = line;
  }
  // Those in HTML may span lines, and are numbered with the others in an order that is unknown here.
  for (const [, html = ''] of text.matchAll(/<h[1-6]\b[^>]{0,300}>([\s\S]{0,500}?)<\/h[1-6]>/gi))
    add(slugOf(plain(html.replace(/\s+/g, ' '))));
  return names;
}

/** The text that a heading shows. */
function plain(heading: string): string {
  return heading
    .replace(/!\[[^\]]{0,300}\]\([^)]{0,500}\)/g, '')
    .replace(/\[([^\]]{0,300})\](?:\([^)]{0,500}\)|\[[^\]]{0,100}\])/g, '$1')
    .replace(/<[^>]{0,300}>/g, '')
    .replace(/(\*\*|__|~~|[*`])/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .trim();
}
