import { describe, expect, test } from 'vitest'
import { decodeText } from '#shared/sheet/decode.ts'
import { bytesOf } from '#tests/support/sheets.ts'

const text = 'Référent·e;Orléans;L’été « café » cœur;À Évry;Zoé\n'
const windows = { '’': 0x92, œ: 0x9c }
const mac = { é: 0x8e, À: 0xcb, É: 0x83, '«': 0xc7, '»': 0xc8, '’': 0xd5, œ: 0xcf, '·': 0xe1 }
const latin9 = { œ: 0xbd, '€': 0xa4, '’': 0x27 }
const inBytes = (messages: string, map: Readonly<Record<string, number>>) =>
  Uint8Array.from([...messages].map((message) => map[message] ?? message.charCodeAt(0)))
const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))
const codes = (bytes: Uint8Array) => decodeText(bytes).remarks.map(({ code }) => code)

describe('the letters of a file are read', () => {
  test.each([
    ['in UTF-8', bytesOf(text), []],
    ['in Windows-1252', inBytes(text, windows), []],
    ['as an old Mac kept them, and it is said', inBytes(text, mac), ['encoding_guessed']],
    ['in UTF-8 read as Windows-1252 once before, and it is said', bytesOf(misread(text)), ['mojibake']],
  ])('%s', (_, bytes, remarks) => {
    expect(decodeText(bytes).text).toBe(text)
    expect(codes(bytes)).toEqual(remarks)
  })

  test('in ISO-8859-15, by its œ and its euro', () => {
    expect(decodeText(inBytes('cœur;10 €;Zoé', latin9)).text).toBe('cœur;10 €;Zoé')
  })

  test('as what each was, where some bytes of another encoding were pasted into UTF-8', () => {
    const mixed = joined(bytesOf('Orléans;L’été;'), inBytes('Référent·e;Zoé', windows), bytesOf(';Sète'))
    expect(decodeText(mixed)).toEqual({
      text: 'Orléans;L’été;Référent·e;Zoé;Sète',
      remarks: [{ code: 'encoding_mixed', detail: 'Référent·e' }],
    })
  })

  test('in Windows-1252 where a capital before a quotation mark happens to be UTF-8 of a rare letter', () => {
    const odd = 'CAFÉ’S;« café\u00A0»;É»;Sète'
    expect(decodeText(inBytes(odd, windows))).toEqual({ text: odd, remarks: [] })
  })

  test('and nothing is mended that is a word as it stands', () => {
    const words = 'SÃO PAULO;Â»;ÉCOLE;Åland;«Â»'
    expect(decodeText(bytesOf(words)).text).toBe(words.replaceAll('Â»', '»'))
    expect(decodeText(bytesOf('SÃO PAULO;ÂME;Åland')).remarks).toEqual([])
  })
})

/** UTF-8 as a program shows it that takes it for Windows-1252. */
function misread(right: string): string {
  return new TextDecoder('windows-1252').decode(bytesOf(right))
}
