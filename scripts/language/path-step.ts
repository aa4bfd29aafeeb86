/** A name in the path of a sentence. One that has points of its own, a setting's, stands in quotation marks: `text.settings.fields."sender.name".label`. */
export const pathStep = (name: string) => (name.includes('.') ? JSON.stringify(name) : name)
