import { type SettingEntry, type SettingPart, settingsReference } from '#shared/settings/reference.ts'

/** Some settings, or all: what each does, its default, an example. */
export function explainSettings(keys: readonly string[]): string {
  const entries = settingsReference().filter(
    ({ key }) => keys.length === 0 || keys.some((one) => `${key}.`.startsWith(`${one}.`)),
  )
  return entries.map((entry) => explained(entry).join('\n')).join('\n\n')
}

function explained({ key, says, unsaid, isNeeded, values, example, parts }: SettingEntry): string[] {
  return [
    `## ${key}`,
    '',
    says,
    '',
    isNeeded ? '- Required' : `- Default: ${unsaid === undefined ? 'none' : inline(unsaid)}`,
    ...(values.length > 0 ? [`- Values: ${values.map((value) => `\`${value}\``).join(', ')}`] : []),
    `- Example: ${inline(example)}`,
    ...parts.map(partLine),
  ]
}

const partLine = ({ name, type, isNeeded, says }: SettingPart) =>
  `- \`${name}\` (${isNeeded ? 'required, ' : ''}${type})${says ? `: ${says}` : ''}`

const inline = (value: unknown) => `\`${JSON.stringify(value)}\``

/** The page of docs that says the same. */
export function settingsPage(): string {
  return `# All settings

A setting has one of three sources: \`movement.config.ts\`, the database, or its default. What the file names is fixed there. All else is set at the desk (*Act*, *Settings*) or by a command ([how](operations.md#what-can-be-set-of-the-movement)).

Values are written as JSON here and in the command, and as TypeScript in the file. \`npm run settings -- explain calendar\` prints the same text. \`npm run check-config\` says which required settings are missing.

Whole examples: \`sample/movement.config.ts\`, \`sample/belgium\`, \`sample/chapters\`, \`sample/small\`.

${explainSettings([])}
`
}
