import { localTime } from '#shared/domain/zone.ts'
import { groupStates } from '#shared/record/sections/identity.ts'
import type { KindName, SheetKinds } from '#shared/sheet/kinds.ts'
import { kindNames, sheetKinds } from '#shared/sheet/kinds.ts'
import { readSheets } from '#shared/sheet/read-sheet.ts'
import type { RecognisedSheet } from '#shared/sheet/recognise.ts'
import { templateHeadings } from '#shared/sheet/template-sheet.ts'
import type { Language } from '#shared/text/language.ts'
import type { DeskContext } from '../env.ts'

/** In bytes: some thousand groups. What is larger goes by the command. */
export const largestSheet = 1_500_000
/** As it comes back with the page, in base64, with what was chosen. */
export const largestUpload = 2_200_000

/** A file that somebody sent; `text` is its bytes in base64url (RFC 4648 §5), as the page carries it. */
export type UploadedSheet = { name: string; bytes: Uint8Array<ArrayBuffer>; text: string }

/** What was chosen: which kind a sheet of a title is, what a heading means, whether hidden rows are read. */
export type Choices = {
  kinds: ReadonlyMap<string, KindName>
  meanings: Readonly<Record<string, string>>
  hidden: boolean
}

const encoding = { alphabet: 'base64url', omitPadding: true } as const
/** Characters of a file's name, and answers that are read. */
const longestName = 120
const mostAnswers = 300

/** Cells that were copied from a spreadsheet, under this name. */
const pastedName = 'table.tsv'

/** What was pasted instead of a file. */
export function readPasted(posted: FormData): string {
  const pasted = posted.get('pasted')
  return typeof pasted === 'string' ? pasted : ''
}

/** The file of a form, or what was pasted, sent for the first time or back with its page; null when there is none, `too_large` before anything is read of it. */
export async function readUploadedSheet(posted: FormData): Promise<UploadedSheet | 'too_large' | null> {
  const file = posted.get('sheet')
  if (file instanceof File && file.size > 0) {
    if (file.size > largestSheet) return 'too_large'
    const bytes = new Uint8Array(await file.arrayBuffer())
    return { name: file.name.slice(-longestName), bytes, text: bytes.toBase64(encoding) }
  }
  const pasted = readPasted(posted)
  if (pasted.trim() !== '') {
    const bytes = new TextEncoder().encode(pasted)
    if (bytes.length > largestSheet) return 'too_large'
    return { name: pastedName, bytes, text: bytes.toBase64(encoding) }
  }
  const text = posted.get('bytes')
  if (typeof text !== 'string' || text === '' || !/^[\w-]+$/.test(text)) return null
  const bytes = bytesOf(text)
  const name = posted.get('name')
  return bytes && { name: typeof name === 'string' ? name.slice(-longestName) : '', bytes, text }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.fromBase64(text, { alphabet: 'base64url' })
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** What a word for how a group does may mean. */
export const stateWords = (language: Language): string[] => Object.values(groupStates).map((words) => words[language])

export const kindInput = (title: string) => `as:${title}`
export const meaningInput = (heading: string) => `means:${heading}`

/** What was chosen in the preview's form; what is no kind or heading of ours counts for nothing. */
export function readChoices({ var: { movement, language } }: DeskContext, posted: FormData): Choices {
  const headings = new Set(templateHeadings(sheetKinds(movement), language))
  const entries = [...posted]
    .slice(0, mostAnswers)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const kinds = entries.flatMap(([name, value]): [string, KindName][] => {
    const kind = kindNames.find((one) => one === value)
    return name.startsWith(kindInput('')) && kind ? [[name.slice(kindInput('').length), kind]] : []
  })
  const states = new Set(stateWords(language))
  const meanings = entries.filter(
    ([name, value]) => name.startsWith(meaningInput('')) && (name.includes('=') ? states : headings).has(value),
  )
  return {
    kinds: new Map(kinds),
    meanings: Object.fromEntries(meanings.map(([name, value]) => [name.slice(meaningInput('').length), value])),
    hidden: posted.get('hidden') === 'oui',
  }
}

/** The sheets of a file, read as was chosen. @throws Unreadable */
export async function readChosenSheets(
  { var: { movement, now } }: DeskContext,
  { name, bytes }: UploadedSheet,
  { kinds: said, meanings, hidden }: Choices,
): Promise<{ sheets: RecognisedSheet[]; kinds: SheetKinds }> {
  const kinds = sheetKinds({ ...movement, headings: { ...movement.headings, ...meanings } })
  const { day: today } = localTime(now, movement.timeZone)
  const sheets = await readSheets(name, bytes, kinds, { hidden, today, as: (title) => said.get(title) })
  return { sheets, kinds }
}
