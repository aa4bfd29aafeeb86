export type Value = string | number | boolean | null
export type Values = Readonly<Record<string, Value>>

/** A row of any list, without knowing which. */
export type AnyRow = Values & { readonly uid: string }
