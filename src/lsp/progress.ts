import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { LinkProgress } from '../links/check.js';

/** Shows in the editor how far a check of links has come; nothing while nothing is checked. */
export interface EditorProgress {
  update(progress: LinkProgress): void;
  stop(): void;
}

/** Starts it; `cancel` is called when a person ends the check. */
export function startEditorProgress(connection: Connection, isShown: boolean, cancel: () => void): EditorProgress {
  let reporter: Promise<WorkDoneProgressServerReporter> | null = null;
  const open = async (): Promise<WorkDoneProgressServerReporter> => {
    const opened = await connection.window.createWorkDoneProgress();
    opened.begin('Checking links', 0, '', true);
    opened.token.onCancellationRequested(cancel);
    return opened;
  };
  return {
    update({ total, done, waits }) {
      if (!isShown || total === 0) return;
      reporter ??= open();
      const wait = waits[0] === undefined ? '' : `, waiting for ${waits[0].host}`;
      void reporter.then((one) => one.report(Math.floor((100 * done) / total), `${done} of ${total}${wait}`));
    },
    stop() {
      void reporter?.then((one) => one.done());
    },
  };
}
