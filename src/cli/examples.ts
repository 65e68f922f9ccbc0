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
    { call: 'listwright lint --fix', does: 'lint it and write the safe fixes' },
    { call: 'listwright init', does: 'write a configuration and workflows for it' },
    { call: 'listwright help links', does: 'read on about one command' },
  ],
  check: [
    { call: 'listwright', does: 'check the README of this folder' },
    { call: 'listwright docs/*.md', does: 'check these lists' },
    { call: 'listwright check --since main', does: 'check what this branch adds or changes' },
    { call: 'listwright -r pretty -r sarif=report.sarif', does: 'print a report, and write another to a file' },
  ],
  lint: [
    { call: 'listwright lint --fix', does: 'write the safe fixes, tell the rest' },
    { call: 'listwright lint --rule entries-sorted=off README.md', does: 'leave one rule out' },
    { call: 'listwright lint --update-baseline', does: 'take what is found today as known' },
    { call: 'git show main:README.md | listwright lint -', does: 'lint what another program prints' },
  ],
  links: [
    { call: 'listwright links', does: 'ask for every link of the README' },
    { call: "listwright links --exclude '^https://intranet\\.'", does: 'leave some addresses out' },
    { call: 'listwright links --offline', does: 'only files and anchors, without the network' },
    { call: 'listwright links --shard 1/4 -r json=part-1.json', does: 'one part of four; merge joins them' },
  ],
  tree: [
    { call: 'listwright tree', does: 'draw sections, tiers and entries of the README' },
    { call: 'listwright tree sindresorhus/awesome --json', does: 'a list on GitHub, as data' },
  ],
  rules: [
    { call: 'listwright rules', does: 'list all rules' },
    { call: 'listwright rules toc-sync', does: 'explain one, with examples' },
    { call: 'listwright rules --effective README.md', does: 'what applies to a list, and the style learnt from it' },
    { call: 'listwright rules --test my-rule.ts', does: 'run the examples of a rule of your own' },
  ],
  add: [
    { call: 'listwright add https://ink.example/', does: 'propose an entry and its place, as a diff' },
    {
      call: "listwright add https://ink.example/ --section Editors --description 'Writes by itself.' --write",
      does: 'say where and what, and write it',
    },
    { call: 'listwright add https://ink.example/ docs/tools.md --json', does: 'for another list, as data' },
  ],
  init: [
    { call: 'listwright init --dry-run', does: 'look at what would be written' },
    { call: 'listwright init --preset awesome-strict --workflows pull-request', does: 'say which rules and workflows' },
    { call: 'listwright init --baseline', does: 'begin with what is there today as known' },
  ],
  merge: [
    { call: 'listwright merge part-1.json part-2.json', does: 'join the reports of two shards' },
    { call: 'listwright merge part-*.json -r pretty -r html=report.html', does: 'read them joined, and as a page' },
    { call: 'listwright merge ours.jsonl theirs.jsonl', does: 'join two ledgers' },
  ],
  lsp: [
    { call: 'listwright lsp', does: 'what an editor starts; it reads and writes the protocol' },
    { call: 'listwright lsp --stdio', does: 'the same, as many editors ask for it' },
  ],
  completion: [
    {
      call: 'listwright completion bash > ~/.local/share/bash-completion/completions/listwright',
      does: 'for bash; the folder is that of the package bash-completion',
    },
    {
      call: `listwright completion zsh > "\${fpath[1]}/_listwright"`,
      does: 'for zsh, into the first folder of its functions',
    },
    { call: 'listwright completion fish > ~/.config/fish/completions/listwright.fish', does: 'for fish' },
  ],
};
