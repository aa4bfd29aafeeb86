import { describe, expect, test } from 'vitest'
import { countHeard, losesAll, newRun, suspect } from '#shared/actions/send-due/suspicion.ts'
import type { Delivery } from '#shared/mail/transports/mailer.ts'

const accepted: Delivery = { result: 'accepted', answer: '250' }
const doubted: Delivery = { result: 'unknown', answer: '' }
const refused: Delivery = { result: 'refused', cause: 'unclear', answer: '550' }
const gone: Delivery = { result: 'refused', cause: 'missing', answer: '550 5.1.1' }
const times = (count: number, delivery: Delivery) => Array<Delivery>(count).fill(delivery)

/** What is said of the letters, in short, after a run in which the server said this. */
function judged(deliveries: readonly Delivery[], isSuspected = false): { said: string[]; losesAll: boolean } {
  const run = newRun()
  countHeard(deliveries, run)
  const said = suspect(deliveries, run, isSuspected).map((delivery) =>
    'everybody' in delivery && delivery.everybody ? `${delivery.result} for everybody` : delivery.result,
  )
  return { said: [...new Set(said)], losesAll: losesAll(run, isSuspected) }
}

describe('a server that refuses', () => {
  test.each<[title: string, deliveries: Delivery[], isSuspected: boolean, said: string[]]>([
    ['two addresses means these', times(2, refused), false, ['refused']],
    ['three, and takes none, means us', times(3, refused), false, ['later for everybody']],
    ['one, when it let nobody through before, means us', [refused], true, ['later for everybody']],
    ['three that do not exist means these', times(3, gone), false, ['refused']],
    ['three, and takes one, means these', [...times(3, refused), accepted], false, ['refused', 'accepted']],
    [
      'three, and one of which nobody knows, means these',
      [...times(3, refused), doubted],
      false,
      ['refused', 'unknown'],
    ],
    [
      'eight in a row, though it took others, means us',
      [accepted, ...times(8, refused)],
      false,
      ['accepted', 'later for everybody'],
    ],
    [
      'eight, but took one among them, means these',
      [...times(4, refused), accepted, ...times(4, refused)],
      false,
      ['refused', 'accepted'],
    ],
  ])('%s', (_, deliveries, isSuspected, said) => {
    expect(judged(deliveries, isSuspected).said).toEqual(said)
  })
})

describe('a server that breaks off after each letter', () => {
  test.each<[title: string, deliveries: Delivery[], isSuspected: boolean, isLeftAlone: boolean]>([
    ['twice is tried again', times(2, doubted), false, false],
    ['three times, and has taken none, is left alone', times(3, doubted), false, true],
    ['once, when it let nobody through before, is left alone', [doubted], true, true],
    ['three times, but has taken one, is not', [...times(3, doubted), accepted], false, false],
  ])('%s', (_, deliveries, isSuspected, isLeftAlone) => {
    const { said, losesAll: loses } = judged(deliveries, isSuspected)
    expect(loses).toBe(isLeftAlone)
    expect(said.includes('unknown for everybody')).toBe(isLeftAlone)
  })
})
