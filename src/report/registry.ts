import type { Report } from '../model/report.js';
import type { ReportFacts } from './report-facts.js';

/** Writes a report as text. */
export type Reporter = (report: Report, facts: ReportFacts) => string;

/** The reporters in the order of the documentation, each loaded when it is needed; null for the one that a terminal prints. */
const reporters = {
  pretty: null,
  json: async () => (await import('./json.js')).json,
  ndjson: async () => (await import('./ndjson.js')).ndjson,
  github: async () => (await import('./github.js')).github,
  sarif: async () => (await import('./sarif.js')).sarif,
  junit: async () => (await import('./junit.js')).junit,
  checkstyle: async () => (await import('./checkstyle.js')).checkstyle,
  rdjson: async () => (await import('./rdjson.js')).rdjson,
  rdjsonl: async () => (await import('./rdjson.js')).rdjsonl,
  gitlab: async () => (await import('./gitlab.js')).gitlab,
  markdown: async () => (await import('./markdown/markdown.js')).markdown,
  html: async () => (await import('./html/html.js')).html,
} as const satisfies Readonly<Record<string, (() => Promise<Reporter>) | null>>;

/** The names of the reporters, in the order of the documentation. */
export const reporterNames: readonly string[] = Object.keys(reporters);

/** Loads a reporter by its name; null for `pretty`, which needs to know the terminal. */
export async function loadReporter(name: string): Promise<Reporter | null> {
  return (await reporters[name as keyof typeof reporters]?.()) ?? null;
}
