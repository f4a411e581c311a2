import { parseArgs, type ParseArgsConfig } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What a user typed, by the names of the options. */
export type Given = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

/** One command of the program. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` says. */
  readonly help: string;
  readonly options: Options;
  /** How many words there must be beside the options. */
  readonly words?: number;
  /** @returns the exit code; 0 where it gives none */
  run(given: Given, words: readonly string[]): Promise<number | void>;
}

/** Something is wrong with how the program was called, and not with the program. */
export class UsageError extends Error {}

export async function runCommand(command: Command, args: readonly string[]): Promise<number> {
  const { values, positionals } = read(command, args);
  if (values['help'] === true) {
    console.log(command.help.trim());
    return 0;
  }
  if (positionals.length !== (command.words ?? 0))
    throw new UsageError('There is a word too many or too few.');
  return (await command.run(values, positionals)) ?? 0;
}

function read(command: Command, args: readonly string[]) {
  try {
    const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The text of an option, where it was given. */
export function text(given: Given, name: string): string | undefined {
  const value = given[name];
  return typeof value === 'string' ? value : undefined;
}

/** An option that may be given several times. */
export function list(given: Given, name: string): readonly string[] {
  const value = given[name];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** A whole number between two bounds, both included. */
export function whole(given: Given, name: string, min: number, max: number): number | undefined {
  const value = text(given, name);
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < min || number > max)
    throw new UsageError(`--${name} is a whole number from ${min} to ${max}.`);
  return number;
}

/** One of some words. */
export function oneOf<T extends string>(given: Given, name: string, words: readonly T[]): T | undefined {
  const value = text(given, name);
  const known = words.find((word) => word === value);
  if (value !== undefined && known === undefined)
    throw new UsageError(`--${name} is one of: ${words.join(', ')}.`);
  return known;
}
