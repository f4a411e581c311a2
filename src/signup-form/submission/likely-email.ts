/** Domains that many people have their address at. */
const COMMON =
  'gmail.com hotmail.com hotmail.nl outlook.com live.nl icloud.com yahoo.com ziggo.nl kpnmail.nl kpnplanet.nl planet.nl xs4all.nl hetnet.nl casema.nl upcmail.nl telfort.nl quicknet.nl protonmail.com students.uu.nl student.hu.nl'.split(
    ' ',
  );
/** Domains that are one slip away from those, and are right. */
const RIGHT = ['mail.com', 'email.com', 'ymail.com'];

/** The address that somebody likely means whose domain is one slip away from a common one; `undefined` without any. */
export function likelyEmail(email: string): string | undefined {
  const at = email.lastIndexOf('@');
  const domain = email.slice(at + 1).toLowerCase();
  if (at < 1 || [...COMMON, ...RIGHT].includes(domain)) return undefined;
  const [meant] = COMMON.filter((common) => isOneSlip(domain, common));
  return meant && `${email.slice(0, at)}@${meant}`;
}

/** True if one letter too many, too few or another one, or two letters the wrong way round, is all the difference. */
function isOneSlip(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const rest = short.slice(at);
  if (short.length < long.length) return rest === long.slice(at + 1);
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return rest.slice(1) === long.slice(at + 1) || (isSwapped && rest.slice(2) === long.slice(at + 2));
}
