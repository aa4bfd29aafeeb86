/** What stands for `{{name}}` in a template: text, whether to show a part, or a part's repetitions. */
export type Slots = { readonly [name: string]: string | boolean | readonly Slots[] }

/**
 * Puts slots into a template: `{{name}}` is a text, `{{#name}}…{{/name}}` a part that is left out when there is nothing, and repeated
 * for a list. `show` makes text safe where it goes. What people typed is never read as a template.
 * @throws when the template names a slot that is not given.
 */
export function fill(template: string, slots: Slots, show: (text: string) => string): string {
  return template.replace(
    /\{\{#(\w+)\}\}([\s\S]*?)\{\{\/\1\}\}|\{\{(\w+)\}\}/g,
    (_, part: string | undefined, inner: string, name: string) =>
      part === undefined ? show(textOf(slots, name)) : fillPart(slots, part, inner, show),
  )
}

function textOf(slots: Slots, name: string): string {
  const value = slots[name]
  if (typeof value !== 'string') throw new Error(`the template asks for ${name}, which is no text`)
  return value
}

function fillPart(slots: Slots, part: string, inner: string, show: (text: string) => string): string {
  const value = slots[part]
  if (value === undefined) throw new Error(`the template asks for ${part}, which is not given`)
  if (typeof value === 'string' || typeof value === 'boolean') return value ? fill(inner, slots, show) : ''
  return value.map((item) => fill(inner, { ...slots, ...item }, show)).join('')
}
