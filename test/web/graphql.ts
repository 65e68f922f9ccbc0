/** A field of a GraphQL query, as far as tests need it. */
export interface Field {
  readonly alias: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  /** Fragments are put in their places; null for a scalar. */
  readonly fields: readonly Field[] | null;
}

/** Parses one query with fragments, without variables and directives; throws where GraphQL's grammar does not hold. */
export function parseQuery(source: string): readonly Field[] {
  const tokens = source.match(/"(?:[^"\\\n]|\\.)*"|\.\.\.|[A-Za-z_]\w*|-?\d+|[{}()[\]:,!]|[^\s]/g) ?? [];
  const fragments = new Map<string, readonly Loose[]>();
  let at = 0;
  const next = (): string => tokens[at++] ?? fail('the query ends too early');
  const expect = (token: string): void => {
    const got = next();
    if (got !== token) fail(`expected ${token}, got ${got}`);
  };
  const takes = (token: string): boolean => {
    if (tokens[at] !== token) return false;
    at++;
    return true;
  };
  const name = (): string => {
    const got = next();
    return /^[A-Za-z_]\w*$/.test(got) ? got : fail(`expected a name, got ${got}`);
  };
  const value = (): unknown => {
    if (takes('[')) {
      const items: unknown[] = [];
      while (!takes(']')) {
        items.push(value());
        takes(',');
      }
      return items;
    }
    if (takes('{')) {
      const object: Record<string, unknown> = {};
      while (!takes('}')) {
        const key = name();
        expect(':');
        object[key] = value();
        takes(',');
      }
      return object;
    }
    const got = next();
    // Names in capitals are values of enumerations.
    if (/^[A-Z_]+$/.test(got)) return got;
    return got.startsWith('"') || /^-?\d+$/.test(got) ? JSON.parse(got) : fail(`no value: ${got}`);
  };
  const selection = (): readonly Loose[] => {
    const fields: Loose[] = [];
    expect('{');
    while (!takes('}')) {
      if (takes('...')) {
        const word = name();
        // The name of the type goes by: everything here is a repository.
        if (word === 'on') name();
        fields.push(word === 'on' ? { inline: selection() } : { spread: word });
        continue;
      }
      const first = name();
      const field = takes(':') ? name() : first;
      const args: Record<string, unknown> = {};
      if (takes('(')) {
        while (!takes(')')) {
          const key = name();
          expect(':');
          args[key] = value();
          takes(',');
        }
      }
      fields.push({ alias: first, name: field, args, loose: tokens[at] === '{' ? selection() : null });
    }
    return fields;
  };
  const resolve = (loose: readonly Loose[], depth = 0): readonly Field[] =>
    loose.flatMap((each) => {
      if (depth > 10) fail('fragments go round in circles');
      if ('spread' in each) return resolve(fragments.get(each.spread) ?? fail(`no fragment ${each.spread}`), depth + 1);
      if ('inline' in each) return resolve(each.inline, depth + 1);
      const { alias, args } = each;
      return [{ alias, name: each.name, args, fields: each.loose === null ? null : resolve(each.loose, depth) }];
    });
  let query: readonly Loose[] | null = null;
  while (at < tokens.length) {
    if (takes('fragment')) {
      const called = name();
      expect('on');
      name();
      fragments.set(called, selection());
    } else {
      takes('query');
      if (query !== null) fail('more than one query');
      query = selection();
    }
  }
  return resolve(query ?? fail('no query'));
}

type Loose =
  | { readonly spread: string }
  | { readonly inline: readonly Loose[] }
  | {
      readonly alias: string;
      readonly name: string;
      readonly args: Readonly<Record<string, unknown>>;
      readonly loose: readonly Loose[] | null;
    };

function fail(message: string): never {
  throw new Error(`GraphQL: ${message}`);
}
