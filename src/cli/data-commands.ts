import type { Command } from 'commander';
import { addShared, collect } from '../config/command-line/options.js';
import type { ExportFlags } from './commands/export.js';
import type { ExtractFlags } from './commands/extract.js';
import type { RenderFlags } from './commands/render.js';
import type { Host } from './host.js';

/** What the commands between a list and data do. */
export interface DataActions {
  export(path: string | undefined, flags: ExportFlags): Promise<void>;
  render(path: string | undefined, flags: RenderFlags): Promise<void>;
  extract(path: string | undefined, flags: ExtractFlags): Promise<void>;
}

/** The commands themselves; `onEnd` is handed the exit status. */
export function dataActions(host: Host, onEnd: (status: number) => void): DataActions {
  return {
    async export(path, flags) {
      const { exportCommand } = await import('./commands/export.js');
      onEnd(await exportCommand(path, flags, host));
    },
    async render(path, flags) {
      const { renderCommand } = await import('./commands/render.js');
      onEnd(await renderCommand(path, flags, host));
    },
    async extract(path, flags) {
      const { extractCommand } = await import('./commands/extract.js');
      onEnd(await extractCommand(path, flags, host));
    },
  };
}

/** Declares the commands between a list and data. */
export function addDataCommands(program: Command, actions: DataActions): void {
  const exporting = program
    .command('export [path]')
    .description('Export a list as JSON, CSV, OPML, Atom or a web page');
  addShared(exporting)
    .optionsGroup('Output:')
    .option(
      '-t, --to <format[=file]>',
      'Export format: json, csv, opml, atom or html; repeatable (default: json)',
      collect,
    )
    .optionsGroup('Input:')
    .option('--ledger <file>', 'File of saved link results, used to show the health of entries')
    .action((path: string | undefined, flags: ExportFlags) => actions.export(path, flags));
  const rendering = program.command('render [path]').description('Generate a list from its data file');
  addShared(rendering)
    .optionsGroup('Output:')
    .option('--write', 'Write the list (default: print a diff)')
    .option('--check', 'Exit with status 1 if the list and its data differ')
    .action((path: string | undefined, flags: RenderFlags) => actions.render(path, flags));
  const extracting = program
    .command('extract [path]')
    .description('Create the data file of a list (the reverse of render)');
  addShared(extracting)
    .optionsGroup('Output:')
    .option('-t, --to <format>', 'Data format: yaml, json, toml or csv (default: yaml)')
    .option('--data <file>', 'Path of the data file (default: entries, with the extension of the format)')
    .option('--write', 'Write the data file, and add markers to the list (default: print the data)')
    .action((path: string | undefined, flags: ExtractFlags) => actions.extract(path, flags));
}
