import type { FormLike } from '#shared/domain/typed-section.ts'

/** Beside each choice between two values, what was typed by whoever chooses: it stands until they have chosen. */
export const mineOf = (name: string) => `${name}.mine`
/** The third value, where neither is right. */
export const otherOf = (name: string) => `${name}.other`
/** Who gave the other value, by name. */
export const authorControl = (name: string) => `${name}.author`
/** What the choice of a third value sends; no field takes it. */
export const otherChosen = '__other__'

/** What was chosen of the two, or written instead; null when nothing was. */
function choiceOf(form: FormLike, name: string): string | null {
  const [chosen, other] = [form.get(name), form.get(otherOf(name))]
  if (chosen !== null && chosen !== otherChosen) return chosen
  return other !== null && other.trim() !== '' ? other : null
}

/** The controls of which a choice was asked and not made. */
export function openChoices(form: FormLike): string[] {
  return form.getAll('ask').filter((name) => choiceOf(form, name) === null)
}

/** Who gave the other values of the choices that were asked, by control. */
export function choiceAuthors(form: FormLike): Record<string, string> {
  return Object.fromEntries(form.getAll('ask').map((name) => [name, form.get(authorControl(name)) ?? '']))
}

/** A form in which what was typed stands for a choice that was not made. */
export function withMine(form: FormLike): FormLike {
  const asked = new Set(form.getAll('ask'))
  const get = (name: string) => (asked.has(name) ? choiceOf(form, name) : form.get(name)) ?? form.get(mineOf(name))
  return { ...form, get }
}
