import { fold } from '#shared/record/fold.ts'

/** A name that a sheet says, in the spelling that we know where the sheet only shouts or whispers it: capitals throughout rename nobody. */
export function spelled<Name extends string | null | undefined>(
  said: Name,
  known: string | null | undefined,
): Name | string {
  if (typeof said !== 'string' || typeof known !== 'string' || said === known) return said
  const isOneCase = said === said.toUpperCase() || said === said.toLowerCase()
  return isOneCase && fold(said) === fold(known) ? known : said
}
