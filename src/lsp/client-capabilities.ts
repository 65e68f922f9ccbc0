import type { InitializeParams } from 'vscode-languageserver';

/** What an editor can do, of what may be asked of it. */
export interface ClientCapabilities {
  readonly givesConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly watchesFiles: boolean;
  readonly followsFolders: boolean;
  readonly showsProgress: boolean;
  readonly resolvesEdits: boolean;
}

/** Reads what an editor says of itself. */
export function readClientCapabilities({
  capabilities: { workspace, window, textDocument },
}: InitializeParams): ClientCapabilities {
  return {
    givesConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    followsFolders: workspace?.workspaceFolders === true,
    showsProgress: window?.workDoneProgress === true,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
  };
}
