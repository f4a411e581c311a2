/** Comes back when the site's owner has been told something: the words for it are fetched only then. */
export async function ownerTold(told: readonly string[]): Promise<void> {
  while (told.length === 0) await new Promise(requestAnimationFrame);
}
