import { type SettingEntry, settingsReference } from '#shared/settings/reference.ts'

/** Some settings, or all: what each is, what goes without saying, an example. */
export function explainSettings(keys: readonly string[]): string {
  const entries = settingsReference().filter(
    ({ key }) => keys.length === 0 || keys.some((one) => `${key}.`.startsWith(`${one}.`)),
  )
  return entries.map((entry) => explained(entry).join('\n')).join('\n\n')
}

function explained({ key, says, unsaid, example, parts }: SettingEntry): string[] {
  return [
    `## ${key}`,
    '',
    says,
    '',
    `- Unless said: ${unsaid === undefined ? 'nothing' : inline(unsaid)}`,
    `- For example: ${inline(example)}`,
    ...parts.map(({ name, type, isNeeded }) => `- \`${name}\`${isNeeded ? ' (needed)' : ''}: ${type}`),
  ]
}

const inline = (value: unknown) => `\`${JSON.stringify(value)}\``

/** The page of docs that says the same. */
export function settingsPage(): string {
  return `# All settings

Made from what checks them (\`npx vitest run tests/settings/reference.test.ts -u\`); \`npm run settings -- explain calendar\` says the same. A value is written as JSON; in \`movement.config.ts\` as TypeScript. What has to be said and is not,
\`npm run check-config\` asks for; it also shows what groups will be asked, and the next six dates. Whole examples: \`sample/movement.config.ts\`, \`sample/belgium\`, \`sample/chapters\` and \`sample/small\`.

${explainSettings([])}
`
}
