import type { Config } from 'listwright';

const config = {
  preset: 'awesome',
  rules: { 'description-end': ['warning', { style: 'consistent' }], 'no-duplicate-url': 'off' },
  overrides: [{ files: 'archive/*.md', preset: 'minimal' }],
  timeout: '30s',
  exclude: ['^https://intranet\\.'],
} satisfies Config;

export default config;
