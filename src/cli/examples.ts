/** One call, and what it does. */
export interface HelpExample {
  /** As typed into a POSIX shell. */
  readonly call: string;
  readonly does: string;
}

/** Calls for the help, the man page and the documentation, by command; the empty name is for the program itself. */
export const examples: Readonly<Record<string, readonly HelpExample[]>> = {
  '': [
    { call: 'listwright', does: 'check the README of this folder, links included' },
    { call: 'listwright lint --fix', does: 'lint and apply safe fixes' },
    { call: 'listwright init', does: 'write a configuration and workflows for it' },
    { call: 'listwright help links', does: 'show the help of one command' },
  ],
  check: [
    { call: 'listwright', does: 'check the README of this folder' },
    { call: 'listwright docs/*.md', does: 'check these lists' },
    { call: 'listwright check --since main', does: 'check what this branch adds or changes' },
    { call: 'listwright -r pretty -r sarif=report.sarif', does: 'print a report, and write another to a file' },
  ],
  lint: [
    { call: 'listwright lint --fix', does: 'apply safe fixes and report the rest' },
    { call: 'listwright lint --rule entries-sorted=off README.md', does: 'turn off one rule' },
    { call: 'listwright lint --update-baseline', does: 'accept all current findings' },
    { call: 'git show main:README.md | listwright lint -', does: 'lint the output of another program' },
  ],
  links: [
    { call: 'listwright links', does: 'check every link of the README' },
    { call: "listwright links --exclude '^https://intranet\\.'", does: 'skip some URLs' },
    { call: 'listwright links --offline', does: 'check only files and anchors, without the network' },
    { call: 'listwright links --shard 1/4 -r json=part-1.json', does: 'check one of four parts, to merge later' },
  ],
  prune: [
    { call: 'listwright prune', does: 'show which entries would be removed, as a diff' },
    { call: 'listwright prune --write --message message.txt', does: 'remove them, and write a message for the commit' },
  ],
  refresh: [
    { call: 'listwright refresh', does: 'show which facts have changed, as a diff' },
    { call: 'listwright refresh --write docs/*.md', does: 'rewrite them in these lists' },
  ],
  tree: [
    { call: 'listwright tree', does: 'show sections, tiers and entries of the README' },
    { call: 'listwright tree sindresorhus/awesome --json', does: 'print a list on GitHub as JSON' },
  ],
  rules: [
    { call: 'listwright rules', does: 'list all rules' },
    { call: 'listwright rules toc-sync', does: 'explain one, with examples' },
    { call: 'listwright rules --effective README.md', does: 'show the rules for a list, and its detected style' },
    { call: 'listwright rules --test my-rule.ts', does: 'run the examples of a custom rule' },
  ],
  doctor: [
    { call: 'listwright doctor', does: 'check this machine, and the README of this folder' },
    { call: 'listwright doctor --json --offline', does: 'print JSON, without using the network' },
  ],
  add: [
    { call: 'listwright add https://ink.example/', does: 'propose an entry and its position, as a diff' },
    {
      call: 'listwright add https://ink.example/ --section Editors --write',
      does: 'choose the section, and write the entry to the list',
    },
    {
      call: 'listwright add https://ink.example/ docs/tools.md --json',
      does: 'print an entry for another list as JSON',
    },
    {
      call: 'listwright add --issue "$GITHUB_EVENT_PATH" --post comment',
      does: 'answer an issue form in a workflow',
    },
  ],
  init: [
    { call: 'listwright init --dry-run', does: 'show what would be written' },
    { call: 'listwright init --preset awesome-strict --workflows pull-request', does: 'choose preset and workflows' },
    { call: 'listwright init --baseline', does: 'accept all current findings' },
  ],
  admit: [
    { call: 'listwright admit owner/awesome-list', does: 'check whether a list may be linked from a list of lists' },
    { call: 'listwright admit owner/awesome-list --markdown', does: 'the same as a page for a comment' },
  ],
  export: [
    { call: 'listwright export --to csv', does: 'print the entries of the README as CSV' },
    {
      call: 'listwright export --to json=list.json --to atom=feed.xml',
      does: 'write the list as JSON, and a feed of what was added last',
    },
    { call: 'listwright export --to html=index.html --ledger ledger.jsonl', does: 'write a web page with link health' },
  ],
  render: [
    { call: 'listwright render', does: 'show what would change in the README' },
    { call: 'listwright render --write', does: 'write it' },
    { call: 'listwright render --check', does: 'fail if the README and its data differ' },
  ],
  extract: [
    { call: 'listwright extract --to csv', does: 'print the entries of the README as data' },
    { call: 'listwright extract --data data/entries.yaml --write', does: 'write them, and markers into the README' },
  ],
  stats: [
    { call: 'listwright stats', does: 'draw the history of the README' },
    { call: 'listwright stats --ledger ledger.jsonl --json', does: 'print JSON, with the health of its links' },
  ],
  merge: [
    { call: 'listwright merge part-1.json part-2.json', does: 'merge the reports of two shards' },
    {
      call: 'listwright merge part-*.json -r pretty -r html=report.html',
      does: 'show them merged, and write an HTML report',
    },
    { call: 'listwright merge ours.jsonl theirs.jsonl', does: 'merge two ledgers' },
  ],
  lsp: [
    { call: 'listwright lsp', does: 'the command that an editor runs' },
    { call: 'listwright lsp --stdio', does: 'the same, as many editors call it' },
  ],
  completion: [
    {
      call: 'listwright completion bash > ~/.local/share/bash-completion/completions/listwright',
      does: 'for bash, into the folder of bash-completion',
    },
    {
      call: `listwright completion zsh > "\${fpath[1]}/_listwright"`,
      does: 'for zsh, into the first folder of $fpath',
    },
    { call: 'listwright completion fish > ~/.config/fish/completions/listwright.fish', does: 'for fish' },
  ],
};
