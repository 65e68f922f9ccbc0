/** Fragments that a script of the page reads, or that lead to what comes later: no page need have an anchor of that name. */
export const scriptedPages: readonly { readonly shape: RegExp; readonly source: string }[] = [
  {
    shape: /^(?:.{0,200}-)?(?:L|n|lines?-)\d{1,7}(?:C\d{1,5})?(?:[-:,](?:L|n)?\d{1,7}(?:C\d{1,5})?)?$/,
    source: 'lines of source: GitHub docs, "Creating a permanent link to a code snippet"; ranges have no element',
  },
  {
    shape: /^\d{1,12}(?:[-:,]\d{1,12})?$/,
    source: "lines of source in rustdoc's source pages; answers on Stack Exchange",
  },
  { shape: /^__codelineno-[\w-]{1,50}:\d{1,7}$/, source: 'squidfunk on mkdocs/mkdocs#3690' },
  {
    shape:
      /^(?:\w{0,20}comment|answer|note|post|reply|msg|message|discussion_r|disqus|[cp])[-_]?\d{1,15}(?:[-_]\d{1,15})?$/i,
    source:
      "comments stand on later pages, or come with a script: WordPress's get_comment_link, GitLab's notes, Disqus",
  },
  { shape: /^disqus_thread$/, source: "Disqus's embed code" },
  { shape: /^t=\d|^xywh=/, source: 'W3C Media Fragments URI 1.0: players read it' },
];

/** Pages of services that fill in their texts by scripts, whatever else is on them. */
export const filledLater: readonly { readonly mark: RegExp; readonly source: string }[] = [
  {
    mark: /<meta (?:content="GitLab" property="og:site_name"|property="og:site_name" content="GitLab")/,
    source: "GitLab's layouts/_head.html.haml: files and READMEs are shown by Vue",
  },
  { mark: /<meta id="bb-bootstrap"/, source: 'Bitbucket Cloud, top of every page' },
];
