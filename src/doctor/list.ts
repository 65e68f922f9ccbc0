import { dirname, relative, resolve, sep } from 'node:path';
import { ciService } from '../config/environment.js';
import type { LoadedSettings } from '../config/load-settings.js';
import { readConfigFiles } from '../fs/config-files.js';
import { findInputs } from '../fs/inputs.js';
import { repositoryAround } from '../git/repository.js';
import { readDocument, readSource } from '../pipeline/read-list.js';
import { presetReasons } from '../report/preset-reasons.js';
import { plural } from '../text/plural.js';
import { thrownText } from '../text/thrown.js';
import { type Diagnosis, type DoctorWorld, fact } from './diagnosis.js';

/** Which configuration counts, and why that one. `named` is `--config`: a file, false for `--no-config`, or true. */
export function configurationDiagnosis(
  { settings }: LoadedSettings,
  path: string | undefined,
  named: string | boolean,
  { cwd }: Pick<DoctorWorld, 'cwd'>,
): Diagnosis {
  const check = 'configuration';
  const { configFile } = settings;
  if (named === false) return fact(check, 'no configuration is used, because of --no-config', 'info');
  if (configFile === null) return fact(check, 'no configuration file; the preset is detected for each list', 'info');
  const shown = relative(cwd, configFile).split(sep).join('/');
  if (typeof named === 'string') return fact(check, `${shown}, because --config names it`);
  const list = resolve(cwd, path ?? '.');
  const isHere = [list, dirname(list)].includes(dirname(configFile));
  return fact(check, `${shown}, ${isHere ? 'in the folder of the list' : 'in the nearest parent folder that has one'}`);
}

/** Which preset the list gets, and why. */
export async function presetDiagnosis(
  { settings, raw }: LoadedSettings,
  path: string | undefined,
  { cwd, env, confinedTo }: Pick<DoctorWorld, 'cwd' | 'env' | 'confinedTo'>,
): Promise<Diagnosis> {
  try {
    const [input] = await findInputs(path === undefined ? [] : [path], cwd, 'README.md');
    if (input === undefined || input.stdin || input.remote !== null)
      return fact('preset', 'the preset is detected when the list is read; pass a local file to see it', 'info');
    const source = await readSource(input, {
      stdin: async () => new Uint8Array(),
      fetchRemote: () => Promise.reject(new Error('lists on GitHub are not fetched here')),
      ...{ env, confinedTo },
    });
    const { list, settings: applying } = await readDocument(source, settings);
    const { preset, detected, rules } = applying;
    const why =
      detected !== null
        ? presetReasons[detected]
        : raw.preset === preset
          ? 'set by --preset or the configuration'
          : 'set by an override of the configuration';
    const size = `${plural(list.entries.length, 'entry', 'entries')}, ${plural(rules.length, 'rule')}`;
    return fact('preset', `${input.path} uses the ${preset} preset: ${why} (${size})`);
  } catch (error) {
    return {
      ...fact('preset', thrownText(error), 'error'),
      advice: 'run it in the folder of the list, or pass the path of the list',
    };
  }
}

/** Whether this is a run of a CI service. */
export function ciDiagnosis({ env }: Pick<DoctorWorld, 'env'>): Diagnosis {
  const service = ciService(env);
  if (service === null)
    return fact('ci', 'not running in CI; saved link results are labeled as coming from this machine', 'info');
  return fact(
    'ci',
    `${service}; link results are stored as those of CI${service === 'GitHub Actions' ? ', findings become annotations' : ''}`,
    'info',
  );
}

const hookFiles = [
  '.pre-commit-config.yaml',
  '.pre-commit-config.yml',
  'lefthook.yml',
  'lefthook.yaml',
  '.husky/pre-commit',
];
const workflowFiles = ['.github/workflows/*.{yml,yaml}', '.forgejo/workflows/*.{yml,yaml}', '.gitlab-ci.yml'];

/** Which hooks and workflows of the repository run listwright. */
export async function hooksDiagnosis({ cwd, env }: Pick<DoctorWorld, 'cwd' | 'env'>): Promise<Diagnosis> {
  const root = (await repositoryAround(cwd, env).catch(() => null))?.root ?? cwd;
  const files = await readConfigFiles(root, [...hookFiles, ...workflowFiles]);
  const using = files.filter(({ text }) => /\blistwright\b/.test(text ?? '')).map(({ path }) => path);
  if (using.length > 0) return fact('hooks', `listwright runs from ${using.slice(0, 10).join(', ')}`);
  return {
    ...fact('hooks', 'no hook or workflow in this repository runs listwright', 'info'),
    advice: 'run `listwright init` to create workflows',
  };
}
