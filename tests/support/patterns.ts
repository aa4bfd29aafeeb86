import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AST, parseRegExpLiteral, visitRegExpAST } from '@eslint-community/regexpp'
import { parseSync, Visitor } from 'oxc-parser'
import { analyse } from 'scslre'
import { root } from '#scripts/local/paths.ts'

/** A pattern as the code has it, and where. */
export type Pattern = { at: string; pattern: RegExp }
/** A pattern that is put together as the program runs: its code. */
export type MadePattern = { file: string; code: string }

/** Every pattern of the product: a new one joins by itself. */
export function patternsOf(folders: readonly string[]): { patterns: Pattern[]; made: MadePattern[] } {
  const found = sourcesOf(folders).map(([file, text]) => patternsIn(file, text))
  return { patterns: found.flatMap(({ patterns }) => patterns), made: found.flatMap(({ made }) => made) }
}

/** The files of the product, each with its text. */
export function sourcesOf(folders: readonly string[]): [file: string, text: string][] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', ...folders], {
    cwd: root,
    encoding: 'utf8',
  })
  const files = listed.split('\n').filter((file) => /\.tsx?$/.test(file) && !file.endsWith('/compiled.ts'))
  return files.map((file) => [file, readFileSync(join(root, file), 'utf8')])
}

export function patternsIn(file: string, text: string): { patterns: Pattern[]; made: MadePattern[] } {
  const { program, errors } = parseSync(file, text)
  const [error] = errors
  if (error) throw new Error(`${file}: ${error.message}`)
  const patterns: Pattern[] = []
  const made: MadePattern[] = []
  const make = (start: number, end: number) => made.push({ file, code: text.slice(start, end) })
  new Visitor({
    Literal: (node) => {
      if (!('regex' in node)) return
      const line = text.slice(0, node.start).split('\n').length
      patterns.push({ at: `${file}:${line}`, pattern: new RegExp(node.regex.pattern, node.regex.flags) })
    },
    NewExpression: ({ callee, start, end }) => {
      if (callee.type === 'Identifier' && callee.name === 'RegExp') make(start, end)
    },
    CallExpression: ({ callee, arguments: [given], start, end }) => {
      if (callee.type === 'Identifier' && callee.name === 'RegExp') make(start, end)
      // A text that is given to these is made a pattern
      const isMatch =
        callee.type === 'MemberExpression' &&
        callee.property.type === 'Identifier' &&
        /^(match|matchAll|search)$/.test(String(callee.property.name))
      const isText = given?.type === 'TemplateLiteral' || (given?.type === 'Literal' && typeof given.value === 'string')
      if (isMatch && isText) make(start, end)
    },
  }).visit(program)
  return { patterns, made }
}

/** Texts that are put in place of others as they are worked out, by their code: `$&` and `$'` in them stand for what they replace (ECMA-262, GetSubstitution). */
export function replacementsIn(file: string, text: string): MadePattern[] {
  const { program, errors } = parseSync(file, text)
  const [error] = errors
  if (error) throw new Error(`${file}: ${error.message}`)
  const found: MadePattern[] = []
  new Visitor({
    CallExpression: ({ callee, arguments: [, given], start, end }) => {
      const isReplace =
        callee.type === 'MemberExpression' &&
        callee.property.type === 'Identifier' &&
        /^replace(All)?$/.test(String(callee.property.name))
      if (!isReplace || !given || isWritten(given) || /Function/.test(given.type)) return
      found.push({ file, code: text.slice(start, end) })
    },
  }).visit(program)
  return found
}

const isWritten = (node: { type: string; expressions?: unknown }) =>
  node.type === 'Literal' ||
  (node.type === 'TemplateLiteral' && Array.isArray(node.expressions) && node.expressions.length === 0)

/** What of a pattern may take longer than its text is long: repeats without a bound, one in the other, one beside the other, or begun anew at each place. */
export function faultsOf(pattern: RegExp): string[] {
  return analyse(parseRegExpLiteral(pattern)).reports.map((report) => {
    const how = {
      Self: 'one repeat in another',
      Trade: 'two repeats side by side',
      Move: 'a repeat that begins anywhere',
    }
    return `${how[report.type]}${report.exponential ? ', exponentially' : ''}`
  })
}

/** Whether a pattern repeats anything without a bound: no other can take long. */
export function isUnbounded(pattern: RegExp): boolean {
  return repeatsOf(pattern).length > 0
}

function repeatsOf(pattern: RegExp): AST.Quantifier[] {
  const repeats: AST.Quantifier[] = []
  visitRegExpAST(parseRegExpLiteral(pattern), {
    onQuantifierEnter: (quantifier) => {
      if (quantifier.max === Number.POSITIVE_INFINITY) repeats.push(quantifier)
    },
  })
  return repeats
}

/** Texts that come as near to matching as they can: for each repeat, what stands before it and what it repeats, many times, with an end that fails. */
export function nearMatches(pattern: RegExp): ((size: number) => string)[] {
  return repeatsOf(pattern).flatMap((quantifier) => {
    const before = sampleBefore(quantifier, pattern)
    const one = sampleOf(quantifier.element, pattern)
    const filled = (unit: string) => (size: number) => unit.repeat(Math.ceil(size / unit.length))
    const shapes = [
      (size: number) => before + filled(one)(size),
      filled(before + one),
      ...(before === '' ? [] : [filled(before)]),
    ]
    return shapes.flatMap((shape) => [shape, (size: number) => `${shape(size)}\0`])
  })
}

/** A text that what stands before an element matches. */
function sampleBefore(element: AST.Element, pattern: RegExp): string {
  const { parent } = element
  if (parent.type === 'Quantifier') return sampleBefore(parent, pattern)
  if (parent.type !== 'Alternative') return ''
  const here = parent.elements.slice(0, parent.elements.indexOf(element)).map((one) => sampleOf(one, pattern))
  const around = parent.parent
  const outer = around.type === 'Pattern' ? '' : sampleBefore(around as AST.Element, pattern)
  return outer + here.join('')
}

const samples = [...'a1 -.,;:/@"\'<>()[]=_#%&?!+*\n\t\r\0Aé\u0301🌻\u200b\u2068\\{}$^|~`']

function sampleOf(element: AST.Element | AST.QuantifiableElement, pattern: RegExp): string {
  switch (element.type) {
    case 'Character':
      return String.fromCodePoint(element.value)
    case 'CharacterSet':
    case 'CharacterClass':
    case 'ExpressionCharacterClass': {
      const alone = new RegExp(`^${element.raw}$`, pattern.flags.replace(/[gy]/g, ''))
      return samples.find((one) => alone.test(one)) ?? 'a'
    }
    case 'Group':
    case 'CapturingGroup':
      return (element.alternatives[0]?.elements ?? []).map((one) => sampleOf(one, pattern)).join('')
    case 'Quantifier':
      return sampleOf(element.element, pattern).repeat(Math.max(element.min, 1))
    default:
      return ''
  }
}
