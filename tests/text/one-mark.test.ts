import { expect, test } from 'vitest'
import { say } from '#shared/text/sentence.ts'
import { ourWords, textIn } from '#shared/text/text.ts'

const nouns = { group: { fr: { one: 'comité', many: 'comités' }, en: { one: 'branch', many: 'branches' } } }

test('a sentence ends in one mark, whatever the name that has its last word ends in', () => {
  for (const own of [ourWords, { ...ourWords, nouns }]) {
    const [fr, en] = [textIn('fr', own), textIn('en', own)]
    expect(fr.desk.meanwhile.stands('Un local ?')).toMatch(/^Maintenant\s: Un local \? Rien/)
    expect(fr.membership.changes.leave.question('Un local ?')).toBe('Quitter Un local ?')
    expect(en.membership.changes.leave.question('What now?')).toBe('Leave What now?')
    expect(fr.find.answered.doneNext('Le Havre S.A.')).toBe('Cette personne a eu une réponse du Havre S.A.')
    expect(fr.membership.unreachable(['Lou', 'Zoé D.'])).toBe('Nos mails n’arrivent plus chez Lou, Zoé D.')
    // What was typed stays as it is within a sentence, and what ends in no mark gets the sentence's
    expect(fr.find.named('Quoi ??')).toMatch(/«\sQuoi \?\?\s»$/)
    expect(fr.find.answered.doneNext('Pau')).toBe('Cette personne a eu une réponse de Pau.')
  }
  expect(say('Vous êtes {du group}. Merci.', { group: 'Allons-y !' }, 'fr')).toBe('Vous êtes d’Allons-y ! Merci.')
  expect(say('Écrivez à {group}…', { group: 'Et après…' }, 'fr')).toBe('Écrivez à Et après…')
  expect(say('{what}: {n}.', { what: 'Quoi ?', n: 3 }, 'en')).toBe('Quoi ?: 3.')
})
