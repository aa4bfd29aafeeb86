// The one program of a release: node relance.mjs start. Any Node of the last years reads this file, and says which one is needed.
import { readFileSync } from 'node:fs'

const needed = 26
const isFrench = /^fr/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '')
const { scripts } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'))
const [command = ''] = process.argv.splice(2, 1)

if (Number(process.versions.node.split('.')[0]) < needed) {
  console.error(
    isFrench
      ? `Relance demande Node ${needed} ou plus récent (celui-ci est ${process.version}) : https://nodejs.org/fr/download`
      : `Relance needs Node ${needed} or newer (this is ${process.version}): https://nodejs.org/en/download`,
  )
  process.exitCode = 1
} else if (Object.hasOwn(scripts, command)) {
  await import(`./dist/programs/${command}.mjs`)
} else {
  const lines = Object.keys(scripts).map((name) => `  node relance.mjs ${name}`)
  console.error([isFrench ? 'Les commandes de Relance :' : 'The commands of Relance:', ...lines].join('\n'))
  process.exitCode = command === '' ? 0 : 1
}
