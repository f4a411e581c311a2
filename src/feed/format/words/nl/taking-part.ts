import type { SectionWords } from '../types.js';
import { id, link, picture, source } from './shapes.js';

/** Words for the Oasis method and the sign-up. */
export const takingPart: Pick<SectionWords, 'oasis' | 'signups'> = {
  oasis: [
    'Oasis',
    'De Oasis-methode, stap voor stap.',
    {
      title: ['Titel', 'Wat erboven staat.'],
      introduction: ['Inleiding', 'Wat de methode is.'],
      notFor: ['Niet geschikt', 'Wanneer je beter iets anders kunt doen.'],
      credit: ['Makers', 'Wie de methode bedacht.'],
      sources: ['Bronnen', 'Waar dit vandaan komt.', source],
      steps: [
        'Stappen',
        'De stappen, op volgorde. Hoeveel het er zijn bepaal je zelf.',
        {
          id,
          number: ['Nummer', 'Het nummer van de stap. Zonder nummer telt de volgorde.'],
          alternative: ['Of', '`true` als je deze stap kunt doen in plaats van die ervoor.'],
          name: ['Naam', 'Hoe de stap heet.'],
          originalName: ['Oorspronkelijke naam', 'De naam in het Portugees, of in de taal die je erbij zet.'],
          aim: ['Doel', 'Waar de stap voor is.'],
          summary: ['Uitleg', 'Wat je doet in deze stap.'],
          activities: [
            'Activiteiten',
            'Wat een begeleider kan doen.',
            {
              id,
              alternative: ['Of', '`true` als je dit kunt doen in plaats van de activiteit ervoor.'],
              title: ['Titel', 'Hoe de activiteit heet.'],
              text: ['Uitleg', 'Hoe je het doet.'],
              minutes: [
                'Minuten',
                'Hoe lang het duurt.',
                {
                  min: ['Minstens', 'In minuten.'],
                  max: ['Hooguit', 'In minuten.'],
                },
              ],
              hints: [
                'Aanwijzingen',
                'Tips die horen bij de grootte van de groep.',
                {
                  min: ['Vanaf', 'Het kleinste aantal mensen waarvoor dit geldt.'],
                  max: ['Tot en met', 'Het grootste aantal mensen waarvoor dit geldt.'],
                  text: ['Tekst', 'De tip.'],
                },
              ],
            },
          ],
          materials: [
            'Spullen',
            'Wat je nodig hebt. Een begeleider kan het afvinken.',
            {
              id,
              label: ['Naam', 'Wat het is.'],
            },
          ],
          questions: ['Vragen', 'Vragen om aan de groep te stellen.'],
          tips: ['Tips', 'Goed om te weten.'],
          links: ['Links', 'Meer over deze stap.', link],
          duration: ['Duur', 'Hoe lang de stap duurt, in woorden.'],
          groupSize: ['Groep', 'Met hoeveel mensen, in woorden.'],
          image: ['Afbeelding', 'Een foto of tekening.', picture],
        },
      ],
    },
  ],
  signups: [
    'Aanmeldingen',
    'Wat een aanmeldformulier vraagt en vertelt. Waar aanmeldingen heen gaan, staat hier nooit: dat bepaalt de website.',
    {
      id,
      title: ['Titel', 'Wat boven het formulier staat.'],
      introduction: ['Inleiding', 'Wat iemand vooraf moet weten.'],
      editions: ['Edities', 'De edities waaruit iemand kan kiezen.'],
      parts: ['Delen', 'De delen waaruit iemand kan kiezen.'],
      roles: [
        'Rollen',
        'Hoe iemand meedoet. Er mogen er meer passen.',
        { id, label: ['Tekst', 'Bijvoorbeeld: Ik studeer.'] },
      ],
      contact: [
        'Contact',
        'Hoe je iemand wilt bereiken.',
        { email: 'per e-mail', phone: 'per telefoon', either: 'een van beide is genoeg' },
      ],
      questions: [
        'Vragen',
        'Wat je nog meer wilt weten. Vraag zo weinig mogelijk, en nooit naar gezondheid, afkomst of BSN.',
        {
          id,
          kind: [
            'Soort',
            'Hoe iemand antwoordt.',
            {
              text: 'één regel tekst',
              'long-text': 'meer regels tekst',
              choice: 'één keuze',
              choices: 'meer keuzes',
              'yes-no': 'ja of nee',
            },
          ],
          label: ['Vraag', 'De vraag zelf.'],
          help: ['Hulp', 'Uitleg bij de vraag.'],
          required: ['Verplicht', 'Of iemand moet antwoorden.'],
          options: ['Keuzes', 'Waaruit iemand kan kiezen.', { id, label: ['Tekst', 'De keuze.'] }],
        },
      ],
      controller: [
        'Verantwoordelijke',
        'Wie verantwoordelijk is voor de gegevens (AVG). Zonder is het formulier niet te gebruiken, tenzij de website er een noemt.',
        {
          name: ['Naam', 'De organisatie.'],
          contact: ['Contact', 'Hoe je haar bereikt.'],
        },
      ],
      dpo: ['Functionaris', 'Hoe je de functionaris gegevensbescherming bereikt.'],
      purposes: ['Doelen', 'Waar de gegevens voor zijn.'],
      legalBasis: ['Grondslag', 'Waarom het mag.'],
      recipients: ['Ontvangers', 'Wie de gegevens te zien krijgt.'],
      transfers: ['Doorgifte', 'Of gegevens buiten de Europese Unie komen.'],
      retention: ['Bewaartijd', 'Hoe lang de gegevens bewaard blijven.'],
      retentionMonths: [
        'Maanden',
        'Hetzelfde in maanden, voor de ontvanger: geteld vanaf het einde van de groep, of vanaf de aanmelding als er geen einde is.',
      ],
      consents: [
        'Toestemmingen',
        'Waar iemand apart ja tegen kan zeggen. Ze staan nooit vooraf aan.',
        {
          id,
          label: ['Tekst', 'Waar iemand ja tegen zegt.'],
          help: ['Hulp', 'Uitleg daarbij.'],
        },
      ],
      minimumAge: ['Leeftijd', 'Hoe oud iemand minstens moet zijn.'],
      underAge: [
        'Jonger',
        'Wat geldt voor wie jonger is.',
        { refused: 'kan niet meedoen', guardian: 'met toestemming van een ouder of voogd' },
      ],
      nextSteps: [
        'Hoe het verder gaat',
        'Wat je met een aanmelding doet, en wanneer. Te zien na het versturen.',
      ],
      privacyLink: ['Privacyverklaring', 'Waar die te lezen is.'],
    },
  ],
};
