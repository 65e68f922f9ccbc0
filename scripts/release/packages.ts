import { projectUrl } from '../../src/model/version.js';

/** An archive of a release that holds the single executable. */
export interface Archive {
  /** Such as `listwright-linux-x64.tar.gz`. */
  readonly name: string;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** The archives that each release has, by platform. */
export const archiveNames = {
  linuxX64: 'listwright-linux-x64.tar.gz',
  linuxArm64: 'listwright-linux-arm64.tar.gz',
  macX64: 'listwright-darwin-x64.tar.gz',
  macArm64: 'listwright-darwin-arm64.tar.gz',
  windowsX64: 'listwright-win32-x64.zip',
} as const;

const description = 'Lints awesome lists and finds dead links';

/** The files that a release has besides its archives, by name. Throws where an archive is missing, or a hash is none. */
export function packageFiles(version: string, archives: readonly Archive[]): Readonly<Record<string, string>> {
  if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`${version} is not a version`);
  const hashes = new Map(archives.map(({ name, sha256 }) => [name, sha256]));
  const hashOf = (name: string): string => {
    const hash = hashes.get(name) ?? '';
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error(`${name} is missing, or its hash is none`);
    return hash;
  };
  const names = Object.values(archiveNames);
  return {
    SHA256SUMS: names.map((name) => `${hashOf(name)}  ${name}\n`).join(''),
    'listwright.rb': formula(version, hashOf),
    'listwright.json': scoopManifest(version, hashOf),
  };
}

const urlOf = (version: string, name: string): string => `${projectUrl}/releases/download/v${version}/${name}`;

/** A formula of Homebrew (docs.brew.sh, "Formula Cookbook"). */
function formula(version: string, hashOf: (name: string) => string): string {
  const from = (cpu: string, name: string): string =>
    `    on_${cpu} do\n      url "${urlOf(version, name)}"\n      sha256 "${hashOf(name)}"\n    end\n`;
  const { linuxArm64, linuxX64, macArm64, macX64 } = archiveNames;
  return `# Made by the release of listwright ${version}.
class Listwright < Formula
  desc "${description}"
  homepage "${projectUrl}"
  version "${version}"
  license "MIT"

  on_macos do
${from('arm', macArm64)}${from('intel', macX64)}  end

  on_linux do
${from('arm', linuxArm64)}${from('intel', linuxX64)}  end

  def install
    bin.install "listwright"
    man1.install "listwright.1"
    generate_completions_from_executable(bin/"listwright", "completion", shells: [:bash, :zsh, :fish])
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/listwright --version")
  end
end
`;
}

/** A manifest of Scoop (its wiki, "App Manifests"). */
function scoopManifest(version: string, hashOf: (name: string) => string): string {
  const name = archiveNames.windowsX64;
  const manifest = {
    ...{ version, description, homepage: projectUrl, license: 'MIT' },
    architecture: { '64bit': { url: urlOf(version, name), hash: hashOf(name) } },
    bin: 'listwright.exe',
    checkver: 'github',
    autoupdate: {
      architecture: { '64bit': { url: urlOf('$version', name) } },
      hash: { url: '$baseurl/SHA256SUMS' },
    },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
