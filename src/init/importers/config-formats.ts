import { parseJsonc } from '../../text/jsonc.js';

/** Settings as an object of a file's own keys; a text says why there are none. */
export type Parsed = Readonly<Record<string, unknown>> | string;

/** Reads YAML; JSON is YAML too. A bomb of aliases is refused. */
export async function readYaml(text: string): Promise<Parsed> {
  // The parser goes down a level for each bracket and each indent, and a stack that ends there ends the process.
  const { tooDeepAt } = await import('../../text/yaml-depth.js');
  if (tooDeepAt(text) !== null) return 'it is nested too deeply';
  const { parse } = await import('yaml');
  return settingsIn(() => parse(text, { maxAliasCount: 20, logLevel: 'silent', prettyErrors: false }), 'YAML');
}

/** Reads TOML 1.0. */
export async function readToml(text: string): Promise<Parsed> {
  const { parse } = await import('smol-toml');
  return settingsIn(() => parse(text), 'TOML');
}

/** Reads JSON, with the comments and last commas that editors allow in it. */
export function readJson(text: string): Parsed {
  return settingsIn(() => parseJsonc(text), 'JSON');
}

function settingsIn(parse: () => unknown, kind: string): Parsed {
  try {
    const value = parse();
    return isObject(value) ? value : `it contains no settings; expected an object in ${kind}`;
  } catch {
    return `it is not valid ${kind}`;
  }
}

/** True for an object that is no list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The texts of a list, or the one text that is in its place; null for anything else. At most 1,000. */
export function textsOf(value: unknown): readonly string[] | null {
  const all: readonly unknown[] = Array.isArray(value) ? value.slice(0, 1000) : [value];
  return all.every((each) => typeof each === 'string') ? all : null;
}
