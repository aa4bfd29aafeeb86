import type { Nouns } from '#shared/text/nouns.ts'

/** What a country calls what France calls a department. */
const departments: Readonly<Record<string, Nouns['department']>> = {
  BE: { fr: { one: 'province', many: 'provinces', gender: 'feminine' }, en: { one: 'province', many: 'provinces' } },
  CH: { fr: { one: 'district', many: 'districts', gender: 'masculine' }, en: { one: 'district', many: 'districts' } },
  GB: { fr: { one: 'comté', many: 'comtés', gender: 'masculine' }, en: { one: 'county', many: 'counties' } },
}

/** A movement's own nouns, with its country's where it has none. */
export function nounsIn<Own extends Nouns>(country: string, own: Own): Own {
  const department = own.department ?? (Object.hasOwn(departments, country) ? departments[country] : undefined)
  return department === undefined ? own : { ...own, department }
}
