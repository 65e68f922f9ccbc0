/** One call, and what it does. */
export interface HelpExample {
  /** As typed into a POSIX shell. */
  readonly call: string;
  readonly does: string;
}

/** Calls for the help, the man page and the documentation, by command; the empty name is for the program itself. */
export const examples: Readonly<Record<string, readonly HelpExample[]>> = {
  '': [
    { call: 'listwright', does: 'Check the README in this folder, links included' },
    { call: 'listwright lint --fix', does: 'Lint and apply safe fixes' },
    { call: 'listwright init', does: 'Create a configuration and workflows' },
    { call: 'listwright help links', does: 'Show the help of one command' },
  ],
  check: [
    { call: 'listwright', does: 'Check the README in this folder' },
    { call: 'listwright docs/*.md', does: 'Check these lists' },
    { call: 'listwright check --since main', does: 'Check what this branch adds or changes' },
    { call: 'listwright -r pretty -r sarif=report.sarif', does: 'Print one report, and write another to a file' },
  ],
  lint: [
    { call: 'listwright lint --fix', does: 'Apply safe fixes and report the rest' },
    { call: 'listwright lint --rule entries-sorted=off README.md', does: 'Turn off one rule' },
    { call: 'listwright lint --update-baseline', does: 'Accept all current findings' },
    { call: 'git show main:README.md | listwright lint -', does: 'Lint the output of another program' },
  ],
  links: [
    { call: 'listwright links', does: 'Check every link in the README' },
    { call: "listwright links --exclude '^https://intranet\\.'", does: 'Skip some URLs' },
    { call: 'listwright links --offline', does: 'Check only files and anchors, without the network' },
    { call: 'listwright links --shard 1/4 -r json=part-1.json', does: 'Check one of four parts, to be merged later' },
  ],
  prune: [
    { call: 'listwright prune', does: 'Show which entries would be removed, as a diff' },
    { call: 'listwright prune --write --message message.txt', does: 'Remove them, and write a commit message' },
  ],
  refresh: [
    { call: 'listwright refresh', does: 'Show which facts have changed, as a diff' },
    { call: 'listwright refresh --write docs/*.md', does: 'Update them in these lists' },
  ],
  tree: [
    { call: 'listwright tree', does: 'Show sections, tiers and entries of the README' },
    { call: 'listwright tree sindresorhus/awesome --json', does: "Print a GitHub repository's list as JSON" },
  ],
  rules: [
    { call: 'listwright rules', does: 'List all rules' },
    { call: 'listwright rules toc-sync', does: 'Explain one rule, with examples' },
    { call: 'listwright rules --effective README.md', does: 'Show the rules for a list, and its detected style' },
    { call: 'listwright rules --test my-rule.ts', does: 'Run the examples of a custom rule' },
  ],
  doctor: [
    { call: 'listwright doctor', does: 'Check this machine, and the README in this folder' },
    { call: 'listwright doctor --json --offline', does: 'Print JSON, without using the network' },
  ],
  add: [
    { call: 'listwright add https://ink.example/', does: 'Propose an entry and its position, as a diff' },
    {
      call: 'listwright add https://ink.example/ --section Editors --write',
      does: 'Choose the section, and write the entry to the list',
    },
    {
      call: 'listwright add https://ink.example/ docs/tools.md --json',
      does: 'Print an entry for another list as JSON',
    },
    {
      call: 'listwright add --issue "$GITHUB_EVENT_PATH" --post comment',
      does: 'Answer an issue form in a workflow',
    },
  ],
  init: [
    { call: 'listwright init --dry-run', does: 'Show what would be written' },
    {
      call: 'listwright init --preset awesome-strict --workflows pull-request',
      does: 'Choose the preset and the workflows',
    },
    { call: 'listwright init --baseline', does: 'Accept all current findings' },
  ],
  admit: [
    { call: 'listwright admit owner/awesome-list', does: 'Check whether a list may be linked from a list of lists' },
    { call: 'listwright admit owner/awesome-list --markdown', does: 'Print the result as Markdown, for a comment' },
  ],
  export: [
    { call: 'listwright export --to csv', does: 'Print the entries of the README as CSV' },
    {
      call: 'listwright export --to json=list.json --to atom=feed.xml',
      does: 'Write the list as JSON, and a feed of the latest additions',
    },
    { call: 'listwright export --to html=index.html --ledger ledger.jsonl', does: 'Write a web page with link health' },
  ],
  render: [
    { call: 'listwright render', does: 'Show what would change in the README' },
    { call: 'listwright render --write', does: 'Write the changes' },
    { call: 'listwright render --check', does: 'Fail if the README and its data differ' },
  ],
  extract: [
    { call: 'listwright extract --to csv', does: 'Print the entries of the README as data' },
    {
      call: 'listwright extract --data data/entries.yaml --write',
      does: 'Write the data file, and add markers to the README',
    },
  ],
  stats: [
    { call: 'listwright stats', does: 'Show the history of the README' },
    { call: 'listwright stats --ledger ledger.jsonl --json', does: 'Print JSON, with the health of its links' },
  ],
  merge: [
    { call: 'listwright merge part-1.json part-2.json', does: 'Merge the reports of two shards' },
    {
      call: 'listwright merge part-*.json -r pretty -r html=report.html',
      does: 'Merge reports, print the result, and write an HTML report',
    },
    { call: 'listwright merge ours.jsonl theirs.jsonl -o ledger.jsonl', does: 'Merge two ledgers' },
  ],
  lsp: [
    { call: 'listwright lsp', does: 'Start the server, as editors do' },
    { call: 'listwright lsp --stdio', does: 'Start it with the flag that many editors add' },
  ],
  completion: [
    {
      call: 'listwright completion bash > ~/.local/share/bash-completion/completions/listwright',
      does: 'For bash, in the folder of bash-completion',
    },
    {
      call: `listwright completion zsh > "\${fpath[1]}/_listwright"`,
      does: 'For zsh, in the first folder of $fpath',
    },
    { call: 'listwright completion fish > ~/.config/fish/completions/listwright.fish', does: 'For fish' },
  ],
};
