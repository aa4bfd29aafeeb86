import { describe, expect, test } from 'vitest'
import { readArguments } from '#scripts/arguments.ts'
import { words } from '#scripts/text/text.ts'

const options = { keep: { type: 'string' }, yes: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const
const read = (...args: string[]) => readArguments(args, { options, most: 1, usage: 'how it is used' })

describe('a command', () => {
  test('takes its options in any order, with what they are given, and other words', () => {
    const { values, positionals } = read('--yes', 'folder', '--keep', '3')
    expect({ ...values, positionals }).toEqual({ yes: true, keep: '3', positionals: ['folder'] })
    expect(read('-h').values.help).toBe(true)
    expect(read('--keep=-1').values.keep).toBe('-1')
    expect(read('--', '--yes').positionals).toEqual(['--yes'])
  })

  test.each([
    [
      'an option that there is none of',
      ['--yes', '--yess'],
      words.argumentUnknown('--yess', ['--keep', '--yes', '--help']),
    ],
    [
      'one that every object has',
      ['--constructor'],
      words.argumentUnknown('--constructor', ['--keep', '--yes', '--help']),
    ],
    ['a letter that there is none of', ['-k'], words.argumentUnknown('-k', ['--keep', '--yes', '--help'])],
    ['one word too many', ['folder', 'another'], words.argumentUnknown('another', ['--keep', '--yes', '--help'])],
    ['an option without its value', ['--keep'], words.optionNeeds('--keep')],
    ['another option in place of its value', ['--keep', '--yes'], words.optionNeeds('--keep')],
    ['a value where none is taken', ['--yes=no'], words.optionTakesNone('--yes')],
  ])('that is told %s does nothing, and says so in words with how it is used', (_, args, said) => {
    expect(() => read(...args)).toThrow(expect.objectContaining({ name: 'Stop', message: `${said}\n\nhow it is used` }))
  })

  test('that can be told nothing refuses whatever it is told', () => {
    expect(() => readArguments(['--help'])).toThrow(words.argumentUnknown('--help', []))
    expect(() => readArguments(['now'])).toThrow(words.argumentUnknown('now', []))
  })
})
