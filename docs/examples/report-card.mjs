// In the configuration: "plugins": ["./report-card.mjs"], "rules": { "report-card": ["warning", { "least": "B" }] }

/** Reads the grade that a report card service shows on the badge of a Go module. */
const reportCard = {
  id: 'report-card',
  days: 14,
  /** The path of the module that a link leads to; null for other links. */
  key: ({ url, entry, image }) => {
    if (entry === null || image) return null;
    const module = /^https:\/\/(?:pkg\.go\.dev\/)?(github\.com\/[\w.-]+\/[\w.-]+)\/?$/.exec(url);
    return module === null ? null : module[1];
  },
  async fetch(modules, client) {
    const grades = new Map();
    for (const module of modules) {
      const response = await client.get(`https://goreportcard.com/badge/${module}`, { accept: 'image/svg+xml' });
      // Without a response there is no grade, and the rule reports nothing.
      const grade = response?.status === 200 ? />([A-F])\+?</.exec(response.body) : null;
      if (grade !== null) grades.set(module, grade[1]);
    }
    return grades;
  },
};

export default {
  id: 'report-card',
  summary: 'Require a good report card of Go modules',
  why: 'Code that ignores the checks of the Go tools is hard to read and to repair.',
  reads: 'facts',
  prefetch: reportCard,
  messages: { low: 'The report card of `{module}` shows {grade}; at least B is required' },
  check({ list, prefetched, report }) {
    for (const { link } of list.entries) {
      const module = link === null ? null : reportCard.key(link);
      const grade = prefetched.get(module);
      if (grade !== undefined && grade > 'B')
        report({ message: 'low', at: link.position, link, data: { module, grade } });
    }
  },
  examples: [
    {
      text: '- [kite](https://github.com/kites/kite) - Flies.\n',
      prefetched: { 'github.com/kites/kite': 'D' },
      finds: ['1:3 low'],
    },
    {
      text: '- [kite](https://github.com/kites/kite) - Flies.\n',
      prefetched: { 'github.com/kites/kite': 'A' },
      finds: [],
    },
    { text: '- [kite](https://github.com/kites/kite) - Flies.\n', prefetched: {}, finds: [] },
  ],
};
