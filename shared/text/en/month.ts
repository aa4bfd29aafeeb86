import type { month as monthInFrench } from '../fr/month.ts'

export const month: typeof monthInFrench = {
  title: 'The word and the question of the month',
  lead: 'What the team adds to the month’s mail and to each group’s page.',
  word: {
    from: 'A word from the team',
    title: 'The word of the month',
    lead: 'A few lines and a link, in each language. The month’s mails and each group’s page show them until the day that you choose.',
    none: 'No word for now.',
    until: (day) => `Shown until ${day}.`,
    over: (day) => `Not shown any more since ${day}.`,
    write: 'Write the word of the month',
    correct: 'Correct the word',
    inLanguage: (label, language) => `${label} (${language})`,
    otherwise: 'A language left empty? Its readers read the first text that is written.',
    look: 'Look before saving',
    lookTitle: 'This is what groups will read',
    lookLead: 'Nothing is saved yet.',
    save: 'Save and show',
    end: 'Take this word away',
  },
}
