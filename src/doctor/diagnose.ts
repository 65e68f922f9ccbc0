import { readServices } from '../config/environment.js';
import type { LoadedSettings } from '../config/load-settings.js';
import { thrownText } from '../text/thrown.js';
import { type Diagnosis, type DoctorWorld, fact } from './diagnosis.js';
import { ciDiagnosis, configurationDiagnosis, hooksDiagnosis, presetDiagnosis } from './list.js';
import { cacheDiagnosis, gitDiagnosis, nodeDiagnosis } from './machine.js';
import { dnsDiagnosis, githubDiagnosis, proxyDiagnosis, tokenDiagnosis } from './network.js';

/** What to look at. */
export interface DoctorRequest {
  /** The list; undefined for the README of the working directory. */
  readonly path: string | undefined;
  /** `--config`: a file, false for `--no-config`, or true. */
  readonly config: string | boolean;
  /** True to leave the network alone. */
  readonly offline: boolean;
}

/** Looks at all that decides how a run goes, in the order in which it is printed. Changes nothing. */
export async function diagnose(
  { path, config, offline }: DoctorRequest,
  world: DoctorWorld,
): Promise<readonly Diagnosis[]> {
  const machine = [nodeDiagnosis(world), await gitDiagnosis(world), await cacheDiagnosis(world)];
  const end = [ciDiagnosis(world), await hooksDiagnosis(world)];
  let loaded: LoadedSettings;
  try {
    readServices(world.env);
  } catch (error) {
    // The configuration needs the services too, and would only say the same.
    return [
      ...machine,
      proxyDiagnosis(world),
      { ...fact('token', thrownText(error), 'error'), advice: 'correct it, or unset it' },
      ...end,
    ];
  }
  try {
    loaded = await world.load();
  } catch (error) {
    const wrong = {
      ...fact('configuration', thrownText(error), 'error'),
      advice: 'correct the file, or try --no-config',
    };
    return [...machine, proxyDiagnosis(world), wrong, ...end];
  }
  const { links } = loaded.settings;
  const proxy = proxyDiagnosis(world);
  const isReachable = !offline && proxy.status !== 'error';
  const dns = isReachable ? await dnsDiagnosis(world, links) : null;
  const access = isReachable && dns?.status !== 'error' ? await world.github(links) : null;
  return [
    ...machine,
    proxy,
    ...(dns === null ? [] : [dns]),
    ...(access === null ? [] : [githubDiagnosis(links, access)]),
    tokenDiagnosis(world, links, access),
    configurationDiagnosis(loaded, path, config, world),
    await presetDiagnosis(loaded, path, world),
    ...end,
  ];
}
