import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { Help, Stop } from './run.ts'
import { words } from './text/text.ts'

/** What a program can be told: options, at most so many other words, and how that is written. */
type Told<Options extends ParseArgsOptionsConfig> = { options?: Options; most?: number; usage: string }

type Token = NonNullable<ReturnType<typeof parseArgs<{ strict: false; tokens: true }>>['tokens']>[number]

/** What a program was told. @throws Help when it was asked how it is used. @throws Stop that names the first thing that it does not know: nothing is left out in silence. */
export function readArguments<const Options extends ParseArgsOptionsConfig = Record<never, never>>(
  args: string[],
  { options, most = 0, usage }: Told<Options>,
) {
  const known: ParseArgsOptionsConfig = options ?? {}
  const { tokens } = parseArgs({ args, options: known, allowPositionals: true, strict: false, tokens: true })
  if (tokens.some(asksForHelp)) throw new Help(usage)
  const surplus = tokens.filter(({ kind }) => kind === 'positional').slice(most)
  const fault = tokens.map((token) => faultOf(token, known, surplus.includes(token))).find((found) => found !== null)
  if (fault) throw new Stop(`${fault}\n\n${usage}`)
  return parseArgs({ args, options: options ?? ({} as Options), allowPositionals: true })
}

const asksForHelp = (token: Token) => token.kind === 'option' && (token.name === 'help' || token.name === 'h')

/** What is wrong with one thing that was said, in words; null when nothing is. */
function faultOf(token: Token, options: ParseArgsOptionsConfig, isSurplus: boolean): string | null {
  const names = Object.keys(options).map((name) => `--${name}`)
  if (token.kind === 'positional') return isSurplus ? words.argumentUnknown(token.value, names) : null
  if (token.kind !== 'option') return null
  const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
  if (!option) return words.argumentUnknown(token.rawName, names)
  if (option.type === 'boolean') return token.value === undefined ? null : words.optionTakesNone(token.rawName)
  // `--keep --sql x` forgot the number; a value that begins so is written `--keep=-x`
  const isForgotten = token.value === undefined || (!token.inlineValue && token.value.startsWith('-'))
  return isForgotten ? words.optionNeeds(token.rawName) : null
}
