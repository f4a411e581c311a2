import type { Command } from './command.js';

export const testReceiver: Command = {
  summary: 'tests whether a receiver of any make keeps to the contract',
  help: '',
  options: {},
  words: 1,
  run: () => Promise.resolve(0),
};
