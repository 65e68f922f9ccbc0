import { configDefaults, defineConfig, type Plugin } from 'vitest/config';

const endToEnd = 'test/**/*.e2e.test.ts';
const property = 'test/**/*.property.test.ts';
const temporary = 'test/setup/temporary-folder.ts';

/** Files of one project share a process and its modules: loading the sources for each file would take longer than its tests. */
const shared = { pool: 'forks', isolate: false } as const;

/** Several packages have slower code that checks itself under the condition `development`, which settings cannot remove. */
const withoutDevelopment: Plugin = {
  name: 'without-development',
  configResolved(config) {
    for (const { resolve } of [config, config.ssr, ...Object.values(config.environments)]) {
      if (resolve?.conditions === undefined) continue;
      resolve.conditions = resolve.conditions.filter((condition) => !condition.startsWith('development'));
    }
  },
};

export default defineConfig({
  plugins: [withoutDevelopment],
  test: {
    // Transformed sources are kept between runs.
    experimental: { fsModuleCache: true },
    // Only what never ends is ended: on a busy machine a test takes many times as long.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    teardownTimeout: 120_000,
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        test: {
          ...{ ...shared, name: 'unit', include: ['test/**/*.test.ts'] },
          exclude: [...configDefaults.exclude, endToEnd, property],
          ...{ globalSetup: [temporary], setupFiles: ['test/setup/few-runs.ts'] },
        },
      },
      {
        extends: true,
        test: {
          ...{ ...shared, name: 'e2e', include: [endToEnd] },
          ...{ globalSetup: [temporary, 'test/setup/build.ts'], setupFiles: ['test/setup/few-runs.ts'] },
        },
      },
      {
        extends: true,
        test: {
          ...{ ...shared, name: 'property', include: [property] },
          ...{ globalSetup: [temporary], setupFiles: ['test/setup/seed.ts', 'test/setup/steps.ts'] },
        },
      },
    ],
  },
});
