import type { Field } from '../../signup/fields.js';
import type { Complaint } from '../problem.js';
import type { Finding } from '../../signup/rules.js';
import { CHALLENGE, type Wrong } from './wording.js';

/** What is still wrong after a field was corrected. What the receiver said of it no longer holds. */
export function correctedWrongs(
  wrong: ReadonlyMap<string, Wrong>,
  corrected: string,
  findings: readonly Finding[],
): ReadonlyMap<string, Wrong> {
  const found = new Map(findings.map((finding) => [finding.field, finding]));
  const still = [...wrong].flatMap(([name, was]): [string, Wrong][] => {
    const told = 'text' in was && name !== corrected;
    const now = told ? was : found.get(name);
    return now ? [[name, now]] : [];
  });
  const newly = found.get(corrected);
  return new Map(newly && !wrong.has(corrected) ? [...still, [corrected, newly]] : still);
}

/** What a receiver complains of, by field where there is such a field; services leave out the `answers.` before it. */
export function sortedComplaints(
  complaints: readonly Complaint[],
  fields: readonly Field[],
): { readonly wrong: ReadonlyMap<string, Wrong>; readonly loose: readonly string[] } {
  const wrong = new Map<string, Wrong>();
  const loose: string[] = [];
  const names = [...fields.map(({ name }) => name), CHALLENGE];
  for (const complaint of complaints) {
    const { field, text } = complaint;
    const name = names.find((each) => each === field || each === `answers.${field}`);
    if (name === undefined) loose.push(text);
    else if (!wrong.has(name)) wrong.set(name, complaint);
  }
  return { wrong, loose: loose.filter(Boolean) };
}
