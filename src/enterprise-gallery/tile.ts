import { html, svg, type TemplateResult } from 'lit';

/**
 * What stands in for a picture: a motif from the district, chosen and coloured by theme and id, so that an enterprise
 * always has the same one.
 */
const MOTIFS: readonly TemplateResult[] = [
  // Slab flats above the lawns.
  svg`<path class="a" d="M12 12h34v40H12z"/><path class="b" d="M54 24h30v28H54z"/><path class="line" d="M12 20h34M12 28h34M12 36h34M12 44h34M54 32h30M54 40h30"/><path class="c" d="M0 52h96v12H0z"/>`,
  // Tree crowns.
  svg`<circle class="a" cx="30" cy="28" r="16"/><circle class="b" cx="58" cy="24" r="19"/><circle class="c" cx="76" cy="36" r="12"/><path class="line" d="M30 28v26M58 24v30M76 36v18M8 54h80"/>`,
  // The lines of mown lawns.
  svg`<path class="a" d="M0 64 40 18h16L0 64z"/><path class="b" d="M24 64 56 18h14L62 64z"/><path class="c" d="m84 64-6-46h18v46z"/><circle class="c" cx="22" cy="16" r="7"/>`,
  // Balconies.
  svg`<path class="a" d="M10 8h22v14H10zM37 8h22v14H37zM64 8h22v14H64z"/><path class="b" d="M10 26h22v14H10zM64 26h22v14H64zM37 44h22v14H37z"/><path class="c" d="M37 26h22v14H37zM10 44h22v14H10zM64 44h22v14H64z"/><path class="line" d="M8 18h80M8 36h80M8 54h80"/>`,
  // Sun between the flats.
  svg`<circle class="c" cx="48" cy="30" r="17"/><path class="a" d="M0 20h26v44H0z"/><path class="b" d="M70 12h26v52H70z"/><path class="line" d="M0 30h26M0 40h26M0 50h26M70 24h26M70 36h26M70 48h26"/>`,
];
const PALETTES = 4;

/** A number that is always the same for the same text (FNV-1a). */
export function steadyNumber(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

export function tile(id: string, theme: string | undefined): TemplateResult {
  const motif = MOTIFS[steadyNumber(id) % MOTIFS.length];
  const palette = steadyNumber(theme ?? id) % PALETTES;
  return html`<svg
    class="tile palette-${palette}"
    part="tile"
    viewBox="0 0 96 64"
    preserveAspectRatio="xMidYMid slice"
    aria-hidden="true"
  >
    ${motif}
  </svg>`;
}
