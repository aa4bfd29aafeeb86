/** What stands for `{{name}}` in a template: text, whether to show a part, or a part’s repetitions. */
export type TemplateData = { readonly [name: string]: string | boolean | readonly TemplateData[] }

/** Makes a text safe where it goes, by the name that it has in the template. */
type Show = (text: string, name: string) => string

/**
 * Puts data into a template: `{{name}}` is a text, `{{#name}}…{{/name}}` a part that is left out when there is nothing, and repeated
 * for a list. `show` makes text safe where it goes. What people typed is never read as a template.
 * @throws when the template names what is not given.
 */
export function renderTemplate(template: string, data: TemplateData, show: Show): string {
  return template.replace(
    /\{\{#(\w+)\}\}([\s\S]*?)\{\{\/\1\}\}|\{\{(\w+)\}\}/g,
    (_, part: string | undefined, inner: string, name: string) =>
      part === undefined ? show(textOf(data, name), name) : renderPart(data, part, inner, show),
  )
}

function textOf(data: TemplateData, name: string): string {
  const value = data[name]
  if (typeof value !== 'string') throw new Error(`the template asks for ${name}, which is no text`)
  return value
}

function renderPart(data: TemplateData, part: string, inner: string, show: Show): string {
  const value = data[part]
  if (value === undefined) throw new Error(`the template asks for ${part}, which is not given`)
  if (typeof value === 'string' || typeof value === 'boolean') return value ? renderTemplate(inner, data, show) : ''
  return value.map((item) => renderTemplate(inner, { ...data, ...item }, show)).join('')
}
