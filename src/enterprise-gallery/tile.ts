import { html, type TemplateResult } from 'lit';

/** The paths of a motif in three tones, and lines in the tone of the paper. */
type Motif = readonly [one: string, two: string, three: string, lines: string];

/** Motifs from the district, on a sheet of 96 by 64. */
const MOTIFS: readonly Motif[] = [
  // Slab flats above the lawns.
  [
    'M12 12h34v40H12z',
    'M54 24h30v28H54z',
    'M0 52h96v12H0z',
    'M12 20h34M12 28h34M12 36h34M12 44h34M54 32h30M54 40h30',
  ],
  // Tree crowns.
  [
    'M14 28a16 16 0 1 1 32 0 16 16 0 0 1-32 0z',
    'M39 24a19 19 0 1 1 38 0 19 19 0 0 1-38 0z',
    'M64 36a12 12 0 1 1 24 0 12 12 0 0 1-24 0z',
    'M30 28v26M58 24v30M76 36v18',
  ],
  // The lines of mown lawns, and a low sun.
  [
    'M0 64 40 18h16L0 64z',
    'M24 64 56 18h14L62 64z',
    'm84 64-6-46h18v46zM15 16a7 7 0 1 1 14 0 7 7 0 0 1-14 0z',
    '',
  ],
  // Balconies.
  [
    'M10 8h22v14H10zM37 8h22v14H37zM64 8h22v14H64z',
    'M10 26h22v14H10zM64 26h22v14H64zM37 44h22v14H37z',
    'M37 26h22v14H37zM10 44h22v14H10zM64 44h22v14H64z',
    'M8 18h80M8 36h80M8 54h80',
  ],
  // The sun between the flats.
  [
    'M0 20h26v44H0z',
    'M70 12h26v52H70z',
    'M31 30a17 17 0 1 1 34 0 17 17 0 0 1-34 0z',
    'M0 30h26M0 40h26M0 50h26M70 24h26M70 36h26M70 48h26',
  ],
];
const PALETTE_COUNT = 4;

/** FNV-1a hash of a text, as an unsigned number of 32 bits. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** Drawing instead of a picture: chosen by id and coloured by theme, so that an enterprise always has the same one. */
export function tile(id: string, theme: string | undefined): TemplateResult {
  const [one, two, three, lines] = MOTIFS[hash(id) % MOTIFS.length]!;
  const palette = hash(theme ?? id) % PALETTE_COUNT;
  return html`<svg
    class="tile palette-${palette}"
    part="tile"
    viewBox="0 0 96 64"
    preserveAspectRatio="xMidYMid slice"
    aria-hidden="true"
  >
    <path fill="var(--_one)" d=${one} />
    <path fill="var(--_two)" d=${two} />
    <path fill="var(--_three)" d=${three} />
    <path fill="none" stroke="var(--_paper)" stroke-width="1.5" d=${lines} />
  </svg>`;
}
