import type { Messages } from '../../../i18n/translate.js';

/** Words in calendar files and about them. */
export const nl = {
  postponed: 'Verplaatst, datum volgt',
  endUnknown: 'De eindtijd is niet bekend.',
  saving: 'Je browser bewaart nu een bestand voor je agenda.',
  doesNotFollow: 'Verandert er iets, dan verandert je agenda niet mee.',
  cannotSave: 'Hier kan je browser geen bestand bewaren.',
  noFile: 'Komt er geen bestand?',
  openPage: 'Open deze pagina apart',
  copied: 'Het adres is gekopieerd.',
  copyYourself: 'Kopiëren kan hier niet vanzelf. Het adres is geselecteerd: kopieer het zelf.',
} as const satisfies Messages;
