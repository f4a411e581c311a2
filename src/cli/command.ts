import { parseArgs, type ParseArgsConfig } from 'node:util';
import { isAddress } from '../receiver/feed/feed-source.js';
import { isMailable, parseMailbox } from '../receiver/notices/mail.js';

type Options = NonNullable<ParseArgsConfig['options']>;

/** The values of the options that were typed, by their names. */
export type OptionValues = Readonly<
  Record<string, string | boolean | readonly (string | boolean)[] | undefined>
>;

/** One command of the program. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** The text of `--help`. */
  readonly help: string;
  readonly options: Options;
  /** The number of arguments beside the options; none by default. */
  readonly positionals?: number;
  /** @returns the exit code; 0 where it is `undefined` */
  run(values: OptionValues, positionals: readonly string[]): Promise<number | void>;
}

/** The program was called wrongly: shown without a stack, exit code 2. */
export class UsageError extends Error {}

/** Parses the arguments and runs a command. Rejects with `UsageError` where they do not fit. @returns the exit code */
export async function runCommand(command: Command, args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(command, args);
  if (values['help'] === true) {
    console.log(command.help.trim());
    return 0;
  }
  if (positionals.length !== (command.positionals ?? 0))
    throw new UsageError('There is a word too many or too few.');
  return (await command.run(values, positionals)) ?? 0;
}

function parse(command: Command, args: readonly string[]) {
  try {
    const options = { ...command.options, help: { type: 'boolean', short: 'h' } } as const;
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, tokens: true });
    const names = parsed.tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
    const twice = names.find((name, index) => names.indexOf(name) < index && !isMultiple(options, name));
    if (twice !== undefined) throw new Error(`--${twice} is there twice: it takes one value.`);
    return parsed;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function isMultiple(options: Options, name: string): boolean {
  return options[name]?.multiple === true;
}

/** The text of an option; `undefined` where it was not given. */
export function textOption(values: OptionValues, name: string): string | undefined {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
}

/** The texts of an option that may be given several times. */
export function listOption(values: OptionValues, name: string): readonly string[] {
  const value = values[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The whole number of an option, between two bounds, both included; throws `UsageError` for anything else. */
export function wholeNumberOption(
  values: OptionValues,
  name: string,
  { min, max }: { readonly min: number; readonly max: number },
): number | undefined {
  const value = textOption(values, name);
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!/^\d+$/.test(value) || number < min || number > max)
    throw new UsageError(`--${name} is a whole number from ${min} to ${max}.`);
  return number;
}

/** The value of an option that is one of `choices`; throws `UsageError` for any other. */
export function choiceOption<T extends string>(
  values: OptionValues,
  name: string,
  choices: readonly T[],
): T | undefined {
  const value = textOption(values, name);
  const known = choices.find((choice) => choice === value);
  if (value !== undefined && known === undefined)
    throw new UsageError(`--${name} is one of: ${choices.join(', ')}.`);
  return known;
}

/** The http(s) address of an option; throws `UsageError` for anything else. */
export function addressOption(values: OptionValues, name: string): string | undefined {
  const value = textOption(values, name);
  return value === undefined ? undefined : checkedAddress(value, `--${name}`);
}

/** An http(s) address that was typed; throws `UsageError` for anything else. */
export function checkedAddress(text: string, name: string): string {
  if (isAddress(text) && URL.canParse(text)) return text;
  throw new UsageError(`${name} is an address, as https://www.example.org/, and not "${text}".`);
}

/** The sender of mails of an option; throws `UsageError` for what is none. */
export function senderOption(values: OptionValues, name: string): string | undefined {
  const value = textOption(values, name);
  if (value === undefined || isMailable(parseMailbox(value).address)) return value;
  throw new UsageError(`--${name} is a sender, as "Name <name@example.org>", and not "${value}".`);
}
