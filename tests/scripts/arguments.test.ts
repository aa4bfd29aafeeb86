import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import fixed from '#sample/movement.config.ts'
import { readArguments } from '#scripts/arguments.ts'
import { root } from '#scripts/local/paths.ts'
import { words } from '#scripts/text/text.ts'
import packageJson from '../../package.json' with { type: 'json' }

const options = { keep: { type: 'string' }, yes: { type: 'boolean', short: 'y' } } as const
const read = (...args: string[]) => readArguments(args, { options, most: 1, usage: 'how it is used' })

describe('a command', () => {
  test('takes its options in any order, with what they are given, and other words', () => {
    const { values, positionals } = read('--yes', 'folder', '--keep', '3')
    expect({ ...values, positionals }).toEqual({ yes: true, keep: '3', positionals: ['folder'] })
    expect(read('-y').values.yes).toBe(true)
    expect(read('--keep=-1').values.keep).toBe('-1')
    expect(read('--', '--yes').positionals).toEqual(['--yes'])
  })

  test.each([
    ['an option that there is none of', ['--yes', '--yess'], words.argumentUnknown('--yess', ['--keep', '--yes'])],
    ['one that every object has', ['--constructor'], words.argumentUnknown('--constructor', ['--keep', '--yes'])],
    ['a letter that there is none of', ['-k'], words.argumentUnknown('-k', ['--keep', '--yes'])],
    ['one word too many', ['folder', 'another'], words.argumentUnknown('another', ['--keep', '--yes'])],
    ['an option without its value', ['--keep'], words.optionNeeds('--keep')],
    ['another option in place of its value', ['--keep', '--yes'], words.optionNeeds('--keep')],
    ['a value where none is taken', ['--yes=no'], words.optionTakesNone('--yes')],
  ])('that is told %s does nothing, and says so in words with how it is used', (_, args, said) => {
    expect(() => read(...args)).toThrow(expect.objectContaining({ name: 'Stop', message: `${said}\n\nhow it is used` }))
  })

  test('that can be told nothing refuses whatever it is told', () => {
    const told = { usage: 'how it is used' }
    expect(() => readArguments(['--now'], told)).toThrow(words.argumentUnknown('--now', []))
    expect(() => readArguments(['now'], told)).toThrow(words.argumentUnknown('now', []))
  })

  test.each([['--help'], ['-h'], ['folder', '--help'], ['--yess', '-h']])(
    'that is asked %s %s says how it is used, and does nothing',
    (...args) => {
      expect(() => read(...args)).toThrow(expect.objectContaining({ name: 'Help', message: 'how it is used' }))
    },
  )
})

/** The commands of `package.json`, but for those of developers that take no words, each with its program. */
const commands = Object.entries(packageJson.scripts).flatMap(([name, line]): [string, string][] => {
  const [, file] = /node (scripts\/[\w-]+\.ts)$/.exec(line) ?? []
  const [, program] = /import\('\.\/([^']+)'\)/.exec(file ? readFileSync(join(root, file), 'utf8') : '') ?? []
  return program ? [[name, program]] : []
})

const docs = [
  'README.md',
  'README.fr.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`),
]
  .filter((page) => page.endsWith('.md'))
  .map((page) => readFileSync(join(root, page), 'utf8'))
  .join('\n')

/** The options with which docs write a command. */
function optionsInDocs(name: string): string[] {
  const lines = docs.match(new RegExp(`npm (?:run (?:-s )?)?${name} -- [^\\n\`#]*`, 'g')) ?? []
  return lines.flatMap((line) => line.slice(line.indexOf(' -- ') + 4).match(/--[a-z][a-z-]*/g) ?? [])
}

describe('npm run', () => {
  test.each(commands)('%s -- --help says how it is used, by its name', async (name, program) => {
    const { main } = (await import(join(root, 'scripts', program))) as { main: (...given: unknown[]) => Promise<void> }
    const said = await main(['--help'], fixed).then(() => '', String)
    expect(said).toMatch(/^Help: /)
    expect(said).toContain(name === 'start' ? 'npm start' : `npm run ${name}`)
    expect(optionsInDocs(name).filter((option) => !said.includes(option))).toEqual([])
  })

  test('has a command for each program', () => {
    expect(commands.length).toBeGreaterThan(20)
  })
})
