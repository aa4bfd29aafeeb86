import { lawIn } from '../data-law.ts'
import type { papers as french } from '../fr/papers.ts'

const authorities: Readonly<Record<string, string>> = {
  FR: 'the CNIL (cnil.fr)',
  BE: 'the Data Protection Authority (dataprotectionauthority.be)',
  CH: 'the Federal Data Protection and Information Commissioner (edoeb.admin.ch)',
  GB: 'the Information Commissioner’s Office (ico.org.uk)',
  IE: 'the Data Protection Commission (dataprotection.ie)',
  LU: 'the CNPD (cnpd.public.lu)',
}
const laws = {
  gdpr: ' (GDPR, articles 6.1 f and, where the group says something about your opinions, 9.2 d)',
  uk_gdpr: ' (UK GDPR, articles 6.1 f and, where the group says something about your opinions, 9.2 d)',
  swiss: ' (Federal Act on Data Protection, article 31)',
}
const defenders: Readonly<Record<string, string>> = {
  FR: 'the Défenseur des droits (defenseurdesdroits.fr, phone +33 9 69 39 00 00), or to the like body of your country',
  BE: 'Unia (unia.be), or to the like body of your country',
  GB: 'the Equality Advisory and Support Service (equalityadvisoryservice.com), or to the like body of your country',
}

export const papers: typeof french = {
  accessibility: ({ movement, address, country }) => ({
    title: 'Accessibility',
    lead: `${movement} wants every referent to be able to update their group, with any phone, any computer and any assistive technology.`,
    sections: [
      {
        title: 'Conformance',
        body: [
          `The form of referents is partially conformant with WCAG 2.2, level AA${country === 'FR' ? ', and with the French RGAA 4.1' : ''}. We say “partially” because nobody from outside has audited it yet: we know of no barrier, but there may be some left.`,
        ],
      },
      {
        title: 'What we check',
        body: [
          'Each version is tried by programs, in a real browser, in every state of every page:',
          [
            'axe-core’s rules for WCAG 2.2 AA, in light and in dark;',
            'the whole way by keyboard, and without any script;',
            'at 320 pixels wide, with text twice as large, and with text spaced out;',
            'with the system’s forced colours, and without any animation.',
          ],
          'A program does not see everything: it cannot say whether a sentence is understood. In November 2026 these pages and the monthly mail were listened to with a screen reader (Orca 43 with Firefox): the record, a mistake, two corrections at once, the confirmation, an invitation, leaving, a pause, somebody else’s link. People who use a screen reader do not review the pages regularly yet.',
        ],
      },
      {
        title: 'Known limits',
        body: [
          'Dates are typed, without a calendar to unfold: any usual way to write a date will do. The towns that are offered while you type depend on the browser; you can always write the town in full.',
        ],
      },
      {
        title: 'Something in your way? Tell us',
        body: [
          `Write to ${address}. We answer, we mend it, and meanwhile we do the update with you, by mail or by phone.`,
          `If we do not answer, you can write to ${defenders[country] ?? 'the body of your country that defends the rights of disabled people'}.`,
        ],
      },
    ],
  }),
  privacy: ({ movement, address, country }) => ({
    title: 'Your data',
    lead: `What we know of you is yours. ${movement} keeps little, shows less, and can forget.`,
    sections: [
      {
        title: 'Who is responsible',
        body: [`${movement}. For any question about your data: ${address}.`],
      },
      {
        title: 'What we keep, and why',
        body: [
          [
            'Your name, your email address, and your phone if you gave it: to write to your group, and to call it when it no longer answers.',
            'The groups whose referent you are, your role, since when; the mailing lists you are on.',
            'The mails that we sent you, and whether they arrived. Not whether they were opened, nor what you clicked.',
            'What you corrected in the group’s record, so that the group can take it back.',
            'What you agreed to make public, with the words and the date.',
          ],
          'Somebody in your group may have given us your name and your address: our first mail says who, and asks you whether that is right.',
          `We do so in the legitimate interest of the movement, for its members and those in regular contact with it${lawIn(country, laws)}. What becomes public does so by your consent alone.`,
        ],
      },
      {
        title: 'Who sees it',
        body: [
          'The other referents of your group, and the team that supports the network. The public: only what you ticked. Nobody else: nothing is sold, lent, or sent to a measuring tool.',
        ],
      },
      {
        title: 'For how long',
        body: [
          'As long as you are a referent, then until you ask for it to be erased. The links of our mails stop after a few weeks.',
        ],
      },
      {
        title: 'Cookies and measuring',
        body: [
          'One cookie only, and only if you change the language without being known to us: it keeps the language. Your browser also keeps for you, for seven days, what you began to type and did not save; that is not sent to us. No audience measuring, no resource of another site.',
        ],
      },
      {
        title: 'Your rights',
        body: [
          'Open the link of one of our mails, then “My data”: you see it all, download it, choose what is public, erase everything. You can also write to us to object, correct or restrict.',
          `If our answer does not satisfy you, you can complain to ${authorities[country] ?? 'the data protection authority of your country'}.`,
        ],
      },
    ],
  }),
}
