import type { FormLike } from '#shared/domain/typed-section.ts'

/** Beside each choice between two values, what was typed by whoever chooses: it stands until they have chosen. */
export const mineOf = (name: string) => `${name}.mine`

/** The controls of which a choice was asked and not made. */
export function openChoices(form: FormLike): string[] {
  return form.getAll('ask').filter((name) => form.get(name) === null)
}

/** A form in which what was typed stands for a choice that was not made. */
export function withMine(form: FormLike): FormLike {
  return { ...form, get: (name) => form.get(name) ?? form.get(mineOf(name)) }
}
