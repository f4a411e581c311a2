import type { Mending } from '../mending.js';

/** Time that one slice of reading may take: half of what is felt as a delay on a slow phone. */
const SLICE_MS = 30;
/** Entries between two looks at the clock. */
const ENTRIES_PER_CHECK = 4;

export const readAgain: Mending['readAgain'] = async (readers, document) => {
  let deadline = performance.now() + SLICE_MS;
  for (const before of readers) {
    const reader = document.reader(before.section);
    while (reader.canRead && reader.readCount < before.readCount) {
      if (performance.now() > deadline) {
        await new Promise((resolve) => setTimeout(resolve));
        deadline = performance.now() + SLICE_MS;
      }
      reader.readNext(ENTRIES_PER_CHECK);
    }
  }
};
