import { createHash } from 'node:crypto';
import type { SignupProblem, SignupReceipt } from '../../signup/contract.js';
import { t, type Language } from '../words.js';
import type { Reply } from './reply.js';

/**
 * Pages for who has no script: the answer to a plain form is a page. They are as bare as they are safe; the browser's
 * own fonts and colours do.
 */
const STYLE =
  'body{max-width:38em;margin:2em auto;padding:0 1em;font:1.125em/1.5 sans-serif}label,input{display:block;font:inherit}input{margin:.25em 0 1em;padding:.4em;width:100%;max-width:20em;box-sizing:border-box}button{font:inherit;padding:.5em 1em}:root{color-scheme:light dark}';
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

export function receiptPage(
  { reference = '', status }: SignupReceipt,
  contact: string,
  language: Language,
): Reply {
  const key = status === 'waiting-list' ? 'page.waiting' : 'page.accepted';
  return page(200, language, t(language, 'page.thanks'), [
    paragraph(t(language, key)),
    paragraph(t(language, 'page.reference', { reference })),
    contact ? paragraph(t(language, 'page.questions', { contact })) : '',
  ]);
}

export function problemPage(
  problem: SignupProblem,
  labels: ReadonlyMap<string, string>,
  language: Language,
): Reply {
  const errors = (problem.errors ?? []).map(({ pointer, detail }) => {
    const label = labels.get(pointer);
    return `<li>${escape(label ? `${label} ${detail}` : detail)}</li>`;
  });
  return page(problem.status, language, problem.title, [
    paragraph(problem.detail ?? ''),
    errors.length > 0 ? `<ul>${errors.join('')}</ul>` : '',
    paragraph(t(language, 'page.back')),
  ]);
}

/** The form with which a visitor withdraws; `problem` is what was wrong the last time. */
export function withdrawalPage(language: Language, problem?: SignupProblem): Reply {
  const field = (name: string, label: string) =>
    `<label for="${name}">${escape(label)}</label><input id="${name}" name="${name}" required autocomplete="off">`;
  return page(problem?.status ?? 200, language, t(language, 'page.withdraw'), [
    problem ? `<p role="alert">${escape(`${problem.title}. ${problem.detail ?? ''}`)}</p>` : '',
    paragraph(t(language, 'page.withdrawHelp')),
    `<form method="post"><input type="hidden" name="language" value="${language}">`,
    field('reference', t(language, 'page.referenceLabel')),
    field('contact', t(language, 'page.contactLabel')),
    `<button>${escape(t(language, 'page.withdrawButton'))}</button></form>`,
  ]);
}

export function withdrawnPage(language: Language): Reply {
  return page(200, language, t(language, 'page.withdraw'), [paragraph(t(language, 'page.withdrawn'))]);
}

function page(status: number, language: Language, title: string, parts: readonly string[]): Reply {
  const body = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escape(title)}</title>`,
    `<style>${STYLE}</style></head><body><main><h1>${escape(title)}</h1>${parts.join('')}</main></body></html>`,
  ].join('');
  return { status, type: 'text/html', body, headers: { 'content-security-policy': POLICY } };
}

function paragraph(text: string): string {
  return `<p>${escape(text)}</p>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character]!);
}
