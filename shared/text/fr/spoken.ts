/** How the second form of a word ends after its point: the endings of the first that it takes the place of, and what is written instead. */
const endings: Readonly<Record<string, readonly (readonly [dropped: string, put: string])[]>> = {
  e: [],
  ne: [],
  le: [],
  te: [],
  fe: [],
  he: [],
  ve: [['f', 've']],
  ive: [['if', 'ive']],
  se: [
    ['x', 'se'],
    ['eur', 'euse'],
  ],
  euse: [['eur', 'euse']],
  ice: [['eur', 'rice']],
  rice: [['eur', 'rice']],
  trice: [['teur', 'trice']],
  ère: [['er', 'ère']],
  ière: [['ier', 'ière']],
  enne: [['en', 'enne']],
  elle: [
    ['eau', 'elle'],
    ['el', 'elle'],
    ['il', 'elle'],
  ],
  ale: [
    ['aux', 'ale'],
    ['al', 'ale'],
  ],
  que: [['c', 'que']],
  che: [['c', 'che']],
  esse: [['e', 'esse']],
  la: [['le', 'la']],
}

/** A word, one of the points that people write there (middle dot, bullet, hyphenation point, dot operator), and an ending. */
const shortened = /(?<![\p{L}\p{M}·•‧⋅])(\p{L}{1,40})[·•‧⋅](\p{L}{1,7})(?:[·•‧⋅](s))?(?![\p{L}\p{M}·•‧⋅])/gu

/** Whole words for one that inclusive French shortens; null where it is none, as in « col·le ». */
function inWholeWords(first: string, ending: string, plural: string): { both: string; other: string } | null {
  const joint = endings[ending]?.find(([dropped]) => first.toLowerCase().endsWith(dropped))
  if (!joint && endings[ending]?.length !== 0) return null
  const [dropped, put] = joint ?? ['', ending]
  const other = `${first.slice(0, first.length - dropped.length)}${put}${plural}`
  const one = plural === '' ? alone(first) : /[sx]$/.test(first) ? first : `${first}s`
  return { both: `${one} ${plural === '' ? 'ou' : 'et'} ${other.charAt(0).toLowerCase()}${other.slice(1)}`, other }
}

/** « Tou·te » is « tout ou toute », « tou·tes » is « tous et toutes ». */
const alone = (first: string) => (/^tou$/i.test(first) ? `${first}t` : first)

/** Whether nobody hears which of the two it is: « noté ou notée » would be said twice. */
function soundsAlike(first: string, ending: string): boolean {
  if (ending === 'le') return first.endsWith('el')
  return ending === 'e' && /(?:[éiuû]|[aieou]l|eur|oir|ur)$/.test(first) && !/^(?:tou|fou|beau)$/i.test(first)
}

type Rewrite = (word: string, parts: { first: string; ending: string; plural: string }) => string

function eachShortened(text: string, rewrite: Rewrite): string {
  return text.replace(shortened, (word, first: string, end: string, s = '') => {
    const ending = Object.hasOwn(endings, end) ? end : end.replace(/s$/, '')
    return rewrite(word, { first, ending, plural: ending === end ? s : 's' })
  })
}

/** A text as a voice says it, with whole words for those that inclusive French shortens: « référent·es » is « référents et référentes ». */
export function spoken(text: string, write: (heard: string, word: string) => string = (heard) => heard): string {
  return eachShortened(text, (word, { first, ending, plural }) => {
    const words = inWholeWords(first, ending, plural)
    return words ? write(soundsAlike(first, ending) ? words.other : words.both, word) : word
  })
}

/** A text to be read and heard alike, where one cannot be told from the other: « noté ou notée » too. */
export function inFull(text: string): string {
  return eachShortened(text, (word, { first, ending, plural }) => inWholeWords(first, ending, plural)?.both ?? word)
}
