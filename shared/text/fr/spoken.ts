/** How the second form of a word ends after its point, and what it takes the place of in the first. */
const endings: Readonly<Record<string, string>> = {
  e: '',
  ne: '',
  le: '',
  te: '',
  ve: 'f',
  se: 'x',
  euse: 'eur',
  rice: 'eur',
  trice: 'teur',
}

const shortened = /(\p{L}{2,40})·(e|ne|le|te|ve|se|euse|rice|trice)(?:·?(s))?(?!\p{L})/gu

/** A text with whole words for those that inclusive French shortens, as a voice says them: « référent·es » is « référents et référentes ». */
export function spoken(text: string): string {
  return text.replace(shortened, (_, first: string, ending: string, plural = '') => {
    const dropped = endings[ending] ?? ''
    const stem = dropped !== '' && first.endsWith(dropped) ? first.slice(0, -dropped.length) : first
    const one = plural === '' || /[sx]$/.test(first) ? first : `${first}s`
    return `${one} ${plural === '' ? 'ou' : 'et'} ${stem.charAt(0).toLowerCase()}${stem.slice(1)}${ending}${plural}`
  })
}
