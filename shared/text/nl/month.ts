import type { Text } from '../fr.ts'
import type { PartOf } from '../translation.ts'

export const month: PartOf<Text['month']> = {
  word: { from: 'Een woordje van het team' },
  question: {
    from: 'De vraag van de maand',
    answer: 'Antwoorden',
    answered: { title: 'Bedankt, het is genoteerd', body: 'Het team leest het antwoord van de groep.' },
    answeredBy: (by, day) => `${by ?? 'Iemand'}, op ${day}`,
    correctAnswer: 'Dit antwoord aanpassen',
    over: 'Deze vraag wordt niet meer gesteld',
  },
}
