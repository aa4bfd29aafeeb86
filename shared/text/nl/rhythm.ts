import { ofAny, type RhythmWords } from '../rhythm.ts'

/** What our Dutch sentences say of a month. */
export const rhythm: RhythmWords = [
  [
    /\bmaandelijkse\b/gi,
    { 2: 'tweemaandelijkse', 3: 'driemaandelijkse', 4: 'viermaandelijkse', 6: 'halfjaarlijkse', 12: 'jaarlijkse' },
  ],
  [
    /\belke maand\b/gi,
    { 2: 'om de twee maanden', 3: 'elk kwartaal', 4: 'om de vier maanden', 6: 'elk halfjaar', 12: 'elk jaar' },
  ],
  [
    /(?<=\bminuut )per maand\b/g,
    { 2: 'om de twee maanden', 3: 'per kwartaal', 4: 'om de vier maanden', 6: 'per halfjaar', 12: 'per jaar' },
  ],
  [/\bdeze maand\b(?! en de elf)/gi, ofAny('deze keer', { 3: 'dit kwartaal', 6: 'dit halfjaar', 12: 'dit jaar' })],
  [/(?<=\b(?:vraag|woord) )van de maand\b/gi, ofAny('van het moment')],
]
