import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { escapeMarkup } from '../../escape-markup.js';
import type { SignupProblem, SignupReceipt } from '../../signup/contract.js';
import type { ConfirmedBy } from '../confirmation-links.js';
import type { ReceiverTranslator } from '../locales/index.js';
import type { Reply } from './reply.js';

// Pages for visitors without script: the answer to a plain form is a page, with no style but what reading needs.
const STYLE =
  'body{max-width:38em;margin:2em auto;padding:0 1em;font:1.125em/1.5 sans-serif}label,input{display:block;font:inherit}input{margin:.25em 0 1em;padding:.4em;width:100%;max-width:20em;box-sizing:border-box}button{font:inherit;padding:.5em 1em}:root{color-scheme:light dark}';
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** The answer to a sign-up that was stored; `contact` is whom to ask, `reachedBy` what was kept to reach the visitor by. */
export function receiptPage(
  httpStatus: 200 | 201,
  { reference = '', status, confirmHours }: SignupReceipt,
  { contact, reachedBy }: { readonly contact: string; readonly reachedBy: string },
  t: ReceiverTranslator,
): Reply {
  const key = status === 'waiting-list' ? 'page.waiting' : 'page.accepted';
  return page(httpStatus, t, t('page.thanks'), [
    paragraph(t(key)),
    confirmHours ? paragraph(t('page.confirmBy', { n: confirmHours })) : '',
    paragraph(t('page.reference', { reference })),
    reachedBy ? paragraph(t('page.reachedBy', { contact: reachedBy })) : '',
    contact ? paragraph(t('page.questions', { contact })) : '',
  ]);
}

/** True where somebody without script looks at the answer: a browser that follows a link or sends a form asks for a page. */
export function wantsPage({ headers }: IncomingMessage): boolean {
  const { accept = '', 'content-type': sent = '' } = headers;
  return accept.includes('text/html') && !accept.includes('json') && !sent.includes('json');
}

interface ProblemPageOptions {
  /** The labels of the fields of a form, by the pointers of their errors. */
  readonly labels?: ReadonlyMap<string, string>;
  readonly headers?: Reply['headers'];
}

/** The answer to a request that was refused. */
export function problemPage(
  problem: SignupProblem,
  t: ReceiverTranslator,
  { labels = new Map(), headers = {} }: ProblemPageOptions = {},
): Reply {
  const errors = (problem.errors ?? []).map(({ pointer, detail }) => {
    const label = labels.get(pointer);
    return `<li>${escapeMarkup(label ? `${label} ${detail}` : detail)}</li>`;
  });
  const reply = page(problem.status, t, problem.title, [
    paragraph(problem.detail ?? ''),
    errors.length > 0 ? `<ul>${errors.join('')}</ul>` : '',
    paragraph(t('page.back')),
  ]);
  return { ...reply, headers: { ...reply.headers, ...headers } };
}

/** The form with which a visitor withdraws; `problem` is the one of the last attempt. */
export function withdrawalPage(t: ReceiverTranslator, problem?: SignupProblem): Reply {
  const field = (name: string, label: string) =>
    `<label for="${name}">${escapeMarkup(label)}</label><input id="${name}" name="${name}" required autocomplete="off">`;
  return page(problem?.status ?? 200, t, t('page.withdraw'), [
    problem ? `<p role="alert">${escapeMarkup(`${problem.title}. ${problem.detail ?? ''}`)}</p>` : '',
    paragraph(t('page.withdrawHelp')),
    `<form method="post"><input type="hidden" name="language" value="${t.language}">`,
    field('reference', t('page.referenceLabel')),
    field('contact', t('page.contactLabel')),
    `<button>${escapeMarkup(t('page.withdrawButton'))}</button></form>`,
  ]);
}

/** The answer to a withdrawal that was done. */
export function withdrawnPage(t: ReceiverTranslator): Reply {
  return page(200, t, t('page.withdraw'), [paragraph(t('page.withdrawn'))]);
}

/** The page to which the link in a mail leads: the button sends what is in the link. */
export function confirmationPage({ reference, token }: ConfirmedBy, t: ReceiverTranslator): Reply {
  const hidden = Object.entries({ reference, token, language: t.language }).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escapeMarkup(value)}">`,
  );
  return page(200, t, t('page.confirm'), [
    paragraph(t('page.confirmHelp')),
    `<form method="post" action="?">${hidden.join('')}<button>${escapeMarkup(t('page.confirmButton'))}</button></form>`,
  ]);
}

/** The answer to that button; `problem` where nothing was confirmed. */
export function confirmedPage(t: ReceiverTranslator, problem?: SignupProblem): Reply {
  return page(problem?.status ?? 200, t, problem?.title ?? t('page.confirm'), [
    paragraph(problem ? (problem.detail ?? '') : t('page.confirmed')),
  ]);
}

function page(
  status: number,
  { language }: ReceiverTranslator,
  title: string,
  parts: readonly string[],
): Reply {
  const body = [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeMarkup(title)}</title>`,
    `<style>${STYLE}</style></head><body><main><h1>${escapeMarkup(title)}</h1>${parts.join('')}</main></body></html>`,
  ].join('');
  return { status, type: 'text/html', body, headers: { 'content-security-policy': POLICY } };
}

function paragraph(text: string): string {
  return `<p>${escapeMarkup(text)}</p>`;
}
