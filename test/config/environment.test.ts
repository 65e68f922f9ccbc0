import { describe, expect, test } from 'vitest';
import { readServices } from '../../src/config/environment.js';
import { UserError } from '../../src/model/errors.js';

describe('where the services are', () => {
  test('the public ones, without a token, when the environment says nothing', () => {
    expect(readServices({})).toEqual({
      githubRest: 'https://api.github.com',
      githubGraphql: 'https://api.github.com/graphql',
      githubToken: null,
      npmRegistry: null,
      npmConfig: null,
      trusted: [],
    });
  });

  test.each([
    [{ GITHUB_API_URL: 'https://api.kiln.example/' }, 'https://api.kiln.example/graphql'],
    [{ GITHUB_API_URL: 'https://code.kiln.example/api/v3' }, 'https://code.kiln.example/api/graphql'],
    [
      { GITHUB_API_URL: 'https://api.kiln.example', GITHUB_GRAPHQL_URL: 'https://graph.kiln.example/q' },
      'https://graph.kiln.example/q',
    ],
  ])('the URL of GraphQL follows that of REST: %j', (env, graphql) =>
    expect(readServices(env).githubGraphql).toBe(graphql),
  );

  test('what the environment names may be private, what it does not name may not', () => {
    expect(readServices({ GITHUB_GRAPHQL_URL: 'http://127.0.0.1:8/graphql' }).trusted).toEqual(['http://127.0.0.1:8']);
    expect(readServices({ npm_config_registry: 'https://packages.kiln.example/npm/' })).toMatchObject({
      npmRegistry: 'https://packages.kiln.example/npm',
      trusted: ['https://packages.kiln.example'],
    });
  });

  test.each([
    [{ GITHUB_TOKEN: 'one', GH_TOKEN: 'other' }, 'one'],
    [{ GITHUB_TOKEN: '', GH_TOKEN: ' other\n' }, 'other'],
    [{ GITHUB_TOKEN: 'one', GITHUB_API_URL: 'http://127.1.2.3:80' }, 'one'],
    [{ GITHUB_TOKEN: 'one', GITHUB_SERVER_URL: 'https://github.com' }, 'one'],
    // The API of another GitHub knows nothing of github.com.
    [{ GITHUB_TOKEN: 'one', GITHUB_SERVER_URL: 'https://code.kiln.example' }, null],
  ])('the token of %j', (env, token) => expect(readServices(env).githubToken).toBe(token));

  test.each([
    [{ GITHUB_API_URL: 'api.github.com' }, 'GITHUB_API_URL'],
    [{ GITHUB_GRAPHQL_URL: 'file:///etc/passwd' }, 'GITHUB_GRAPHQL_URL'],
    [{ npm_config_registry: 'packages' }, 'npm_config_registry'],
    [{ GITHUB_TOKEN: 'secret\nand more' }, 'GITHUB_TOKEN'],
    [{ GH_TOKEN: 'secret', GITHUB_API_URL: 'http://api.kiln.example' }, 'GITHUB_API_URL'],
    [{ GH_TOKEN: 'secret', GITHUB_GRAPHQL_URL: 'http://127.0.0.1.kiln.example/' }, 'GITHUB_GRAPHQL_URL'],
  ])('%j is refused, and no token is repeated', (env, name) => {
    const read = (): unknown => readServices(env);
    expect(read).toThrow(UserError);
    expect(read).toThrow(name);
    expect(read).not.toThrow('secret');
  });
});
