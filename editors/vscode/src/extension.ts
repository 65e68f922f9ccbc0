import { commands, type ExtensionContext, type TextDocument, window, workspace } from 'vscode';
import { paletteCommands, serverCommands } from './commands.js';
import { openSession, type Session } from './session.js';
import { startSettings } from './settings.js';

let session: Session | null = null;

/** Starts the server and registers the commands (VS Code calls it when the first Markdown file is opened). */
export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel('listwright', { log: true });
  const opened = openSession(log, context.asAbsolutePath('dist/server/cli.js'));
  session = opened;
  context.subscriptions.push(
    log,
    commands.registerCommand(paletteCommands.check, () => checkLinks(opened)),
    commands.registerCommand(paletteCommands.fix, () => askAbout(opened, serverCommands.fixAll, listInView())),
    commands.registerCommand(paletteCommands.restart, () => opened.restart()),
    commands.registerCommand(paletteCommands.log, () => log.show()),
    workspace.onDidGrantWorkspaceTrust(() => opened.settle()),
    workspace.onDidChangeWorkspaceFolders(() => opened.settle()),
    workspace.onDidChangeConfiguration(async (change) => {
      if (startSettings.some((name) => change.affectsConfiguration(`listwright.${name}`))) await opened.settle();
    }),
  );
  await opened.settle();
}

/** Ends the server (VS Code calls it when the window closes). */
export async function deactivate(): Promise<void> {
  await session?.stop();
  session = null;
}

async function checkLinks(opened: Session): Promise<void> {
  if (workspace.isTrusted) return askAbout(opened, serverCommands.checkLinks, listInView());
  const manage = 'Manage trust';
  const chosen = await window.showInformationMessage('Links are checked only in a trusted workspace.', manage);
  if (chosen === manage) await commands.executeCommand('workbench.trust.manage');
}

async function askAbout(opened: Session, command: string, list: TextDocument | null): Promise<void> {
  if (list === null) {
    await window.showInformationMessage('Open a list (a Markdown file) first.');
    return;
  }
  if (await opened.ask(command, list)) return;
  const restart = 'Restart the server';
  const chosen = await window.showWarningMessage('The listwright server is not running.', restart);
  if (chosen === restart) await opened.restart();
}

function listInView(): TextDocument | null {
  const document = window.activeTextEditor?.document;
  return document?.languageId === 'markdown' ? document : null;
}
