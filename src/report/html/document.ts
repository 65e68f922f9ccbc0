import { createHash } from 'node:crypto';
import { text } from './markup.js';

/** What a page consists of. */
export interface PageParts {
  /** Plain text that is safe in HTML. */
  readonly title: string;
  /** BCP 47. */
  readonly lang: string;
  /** Of listwright. */
  readonly version: string;
  /** False for a page that search engines should leave out. */
  readonly indexed: boolean;
  readonly style: string;
  readonly script: string;
  /** HTML. */
  readonly body: string;
}

/**
 * A page of one file that requests nothing: no script, style, font or picture from elsewhere (Content Security Policy Level 3
 * with hashes).
 */
export function htmlDocument({ title, lang, version, indexed, style, script, body }: PageParts): string {
  const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${text(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${indexed ? '' : '<meta name="robots" content="noindex">\n'}<meta name="color-scheme" content="light dark">
<meta name="generator" content="listwright ${text(version)}">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
${body}
<script>${script}</script>
</body>
</html>
`;
}

/** The source expression for an inline script or style (CSP Level 3, section 2.3.1): base64 of the SHA-256 of its UTF-8 text. */
function hashOf(inline: string): string {
  return `sha256-${createHash('sha256').update(inline).digest('base64')}`;
}
