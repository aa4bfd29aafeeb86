import { ofAges, ofAny, type RhythmWords } from '../rhythm.ts'

/** Ce que nos phrases disent d’un mois. « Ce mois-ci et les onze d’avant » sont des mois, quel que soit le rythme. */
export const rhythm: RhythmWords = [
  // Le genre et le nombre suivent
  [/\bmensuel/gi, { 2: 'bimestriel', 3: 'trimestriel', 4: 'quadrimestriel', 6: 'semestriel', 12: 'annuel' }],
  [
    /\bchaque mois\b/gi,
    {
      2: 'tous les deux mois',
      3: 'chaque trimestre',
      4: 'tous les quatre mois',
      6: 'chaque semestre',
      12: 'chaque année',
    },
  ],
  [
    /(?<=\bminute )par mois\b/g,
    { 2: 'tous les deux mois', 3: 'par trimestre', 4: 'tous les quatre mois', 6: 'par semestre', 12: 'par an' },
  ],
  [/\bce mois-ci(?! et les onze)/gi, ofAny('cette fois', { 3: 'ce trimestre', 6: 'ce semestre', 12: 'cette année' })],
  [
    /\bde ce mois\b(?!-)/g,
    ofAny('de cette mise à jour', { 3: 'de ce trimestre', 6: 'de ce semestre', 12: 'de cette année' }),
  ],
  [/(?<=\b(?:mot|question) )du mois\b/gi, ofAny('du moment')],
  [/^Le mois$/g, ofAny('la mise à jour')],
  // Ce qui est à jour
  [/\b30, 90 et 180 jours\b/g, ofAges(({ month, quarter, half }) => `${month}, ${quarter} et ${half} mois`)],
  [/\b31 à 90 jours\b/g, ofAges(({ month, quarter }) => `${month} à ${quarter} mois`)],
  [/\b91 à 180 jours\b/g, ofAges(({ quarter, half }) => `${quarter} à ${half} mois`)],
  [/\b30 j(?:ours)?\b/g, ofAges(({ month }) => `${month} mois`)],
  [/\b90 j(?:ours)?\b/g, ofAges(({ quarter }) => `${quarter} mois`)],
  [/\b180 j(?:ours)?\b/g, ofAges(({ half }) => `${half} mois`)],
  [/(?<=\bdepuis moins de )trois mois\b/g, ofAges(({ quarter }) => `${quarter} mois`)],
]
