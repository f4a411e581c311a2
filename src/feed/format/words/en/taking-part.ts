import type { SectionWords } from '../types.js';
import { id, link, picture, source } from './shapes.js';

/** Words for the Oasis method and the sign-up. */
export const takingPart: Pick<SectionWords, 'oasis' | 'signups'> = {
  oasis: [
    'Oasis',
    'The Oasis method, step by step.',
    {
      title: ['Title', 'What stands above it.'],
      introduction: ['Introduction', 'What the method is.'],
      notFor: ['Not for', 'When something else would serve you better.'],
      credit: ['Makers', 'Who created the method.'],
      sources: ['Sources', 'Where this comes from.', source],
      steps: [
        'Steps',
        'The steps, in their order. How many there are is up to you.',
        {
          id,
          number: ['Number', 'The number of the step. Without it the order counts.'],
          alternative: ['Or', '`true` if this step may be done instead of the one before it.'],
          name: ['Name', 'What the step is called.'],
          originalName: ['Original name', 'The name in Portuguese, or in the language given with it.'],
          aim: ['Aim', 'What the step is for.'],
          summary: ['Explanation', 'What you do in this step.'],
          activities: [
            'Activities',
            'What a facilitator can do.',
            {
              id,
              alternative: ['Or', '`true` if this may be done instead of the activity before it.'],
              title: ['Title', 'What the activity is called.'],
              text: ['Explanation', 'How it is done.'],
              minutes: [
                'Minutes',
                'How long it takes.',
                {
                  min: ['At least', 'In minutes.'],
                  max: ['At most', 'In minutes.'],
                },
              ],
              hints: [
                'Hints',
                'Tips that go with the size of the group.',
                {
                  min: ['From', 'The smallest number of people that this is for.'],
                  max: ['To', 'The largest number of people that this is for.'],
                  text: ['Text', 'The tip.'],
                },
              ],
            },
          ],
          materials: [
            'Materials',
            'What you need. A facilitator can tick it off.',
            {
              id,
              label: ['Name', 'What it is.'],
            },
          ],
          questions: ['Questions', 'Questions to ask the group.'],
          tips: ['Tips', 'Good to know.'],
          links: ['Links', 'More about this step.', link],
          duration: ['Duration', 'How long the step takes, in words.'],
          groupSize: ['Group', 'With how many people, in words.'],
          image: ['Picture', 'A photo or drawing.', picture],
        },
      ],
    },
  ],
  signups: [
    'Sign-ups',
    'What a sign-up form asks and tells. Where sign-ups go is never said here: the website decides that.',
    {
      id,
      title: ['Title', 'What stands above the form.'],
      introduction: ['Introduction', 'What somebody must know beforehand.'],
      editions: ['Editions', 'The editions to choose from.'],
      parts: ['Parts', 'The parts to choose from.'],
      roles: [
        'Roles',
        'How somebody takes part. Several may fit.',
        { id, label: ['Text', 'For example: I am a student.'] },
      ],
      contact: [
        'Contact',
        'How you want to reach somebody.',
        { email: 'by e-mail', phone: 'by telephone', either: 'one of both is enough' },
      ],
      questions: [
        'Questions',
        'What else you want to know. Ask as little as you can, and never about health, origin or citizen number.',
        {
          id,
          kind: [
            'Kind',
            'How somebody answers.',
            {
              text: 'one line of text',
              'long-text': 'several lines of text',
              choice: 'one choice',
              choices: 'several choices',
              'yes-no': 'yes or no',
            },
          ],
          label: ['Question', 'The question itself.'],
          help: ['Help', 'Explains the question.'],
          required: ['Required', 'Whether somebody must answer.'],
          options: ['Choices', 'What somebody can choose from.', { id, label: ['Text', 'The choice.'] }],
        },
      ],
      controller: [
        'Controller',
        'Who answers for the data (GDPR). Without one the form cannot be used, unless the website names one.',
        {
          name: ['Name', 'The organisation.'],
          contact: ['Contact', 'How to reach it.'],
        },
      ],
      dpo: ['Data protection officer', 'How to reach the data protection officer.'],
      purposes: ['Purposes', 'What the data are for.'],
      legalBasis: ['Legal basis', 'Why it is allowed.'],
      recipients: ['Recipients', 'Who gets to see the data.'],
      transfers: ['Transfers', 'Whether data leave the European Union.'],
      retention: ['Retention', 'How long the data are kept.'],
      retentionMonths: [
        'Months',
        'The same in months, for the receiver: counted from the end of the edition, or from the sign-up if there is no end.',
      ],
      consents: [
        'Consents',
        'What somebody can agree to separately. They are never ticked beforehand.',
        {
          id,
          label: ['Text', 'What somebody agrees to.'],
          help: ['Help', 'Explains it.'],
        },
      ],
      minimumAge: ['Age', 'How old somebody must be at least.'],
      underAge: [
        'Younger',
        'What holds for who is younger than that.',
        { refused: 'cannot take part', guardian: 'with leave of a parent or guardian' },
      ],
      nextSteps: ['What happens next', 'What you do with a sign-up, and when. Shown once it has been sent.'],
      privacyLink: ['Privacy statement', 'Where to read it.'],
    },
  ],
};
