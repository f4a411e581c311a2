/** For drafts that the browser does not keep: as long as the page lives. */
const memory = new Map<string, string>();
/** Which form holds which place. */
const holders = new Map<string, object>();

/** Takes a place for a form. Of two equal forms on a page each has its own. */
export function claimPlace(key: string, holder: object): string {
  let place = key;
  for (let n = 2; (holders.get(place) ?? holder) !== holder; n++) place = `${key} ${n}`;
  holders.set(place, holder);
  return place;
}

export function leavePlace(holder: object): void {
  for (const [place, other] of holders) if (other === holder) holders.delete(place);
}

/** Keeps a draft, or takes it away when it is empty. Says whether it will still be there after the page. */
export function putDraft(place: string, text: string): boolean {
  memory.delete(place);
  try {
    if (text === '') sessionStorage.removeItem(place);
    else sessionStorage.setItem(place, text);
    return true;
  } catch {
    // Storage is forbidden here, or full. What was there before is older than what is kept now.
    removeStale(place);
    if (text !== '') memory.set(place, text);
    return text === '';
  }
}

export function takeDraft(place: string): string | null {
  const held = memory.get(place);
  if (held !== undefined) return held;
  try {
    return sessionStorage.getItem(place);
  } catch {
    return null;
  }
}

function removeStale(place: string): void {
  try {
    sessionStorage.removeItem(place);
  } catch {
    // Nothing could be kept there either.
  }
}
