import type { Command } from 'commander';
import type { Shell } from './program.js';
export function completionCommand(_shell: Shell, _program: Command): void {}
