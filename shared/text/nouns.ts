import type { Language } from './language.ts'

/** What a movement may call otherwise. */
export type NounKind = 'group' | 'referent' | 'area' | 'department'

/** A noun of a movement. `gender`: of French, where what stands around a noun follows it; `epicene` is said of any person (« un·e bénévole »). */
export type Noun = {
  readonly one: string
  readonly many: string
  readonly gender?: 'masculine' | 'feminine' | 'epicene' | undefined
}

/** The movement's own nouns, by what they are for and by language; ours stand where it has none. */
export type Nouns = { readonly [Kind in NounKind]?: Readonly<Partial<Record<Language, Noun>>> | undefined } & {
  /** How many months lie between two updates, where it is not one: our sentences name the month. */
  readonly every?: number
}

/** The own nouns of one language. */
export type NounsIn = { readonly [Kind in NounKind]?: Noun | undefined }

/** A sentence of ours with a movement's nouns in the place of ours, and what agrees with them. */
export type PutNouns = (sentence: string, nouns: NounsIn) => string
