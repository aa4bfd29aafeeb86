import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readArguments } from '#scripts/arguments.ts'
import { root } from '#scripts/local/paths.ts'
import { readDeploySettings } from '#scripts/local/settings.ts'
import { Stop } from '#scripts/run.ts'
import { words } from '#scripts/text/text.ts'
import { checkDatabase } from './check-database.ts'
import { dryDeploy } from './dry-run.ts'
import { findPlaceholders } from './placeholders.ts'
import { secretsOf, type Worker, workers } from './secrets.ts'
import { wrangler } from './wrangler.ts'

const options = { 'dry-run': { type: 'boolean' } } as const

export async function main(args: string[]): Promise<void> {
  const { values } = readArguments(args, { options, usage: words.usage.deploy })
  if (values['dry-run']) return dryDeploy(workers)
  const missing = findPlaceholders(await readFile(join(root, 'wrangler.toml'), 'utf8'))
  if (missing.length > 0) throw new Stop(words.notReady(missing))
  const settings = readDeploySettings(process.env)
  if (!settings.linkSecret) await checkSecret()
  await checkDatabase()
  await step(words.deploying.migrations, ['d1', 'migrations', 'apply', 'relance', '--remote', '--env', 'forms'])
  for (const worker of workers) await deploy(worker, secretsOf(worker, settings))
  console.log(words.deployed)
}

/** At the first deployment nothing has a secret yet; later ones keep it. */
async function checkSecret(): Promise<void> {
  for (const worker of workers) {
    const { ok, output } = await wrangler(['secret', 'list', '--env', worker], { isQuiet: true })
    if (!ok || !output.includes('"LINK_SECRET"')) throw new Stop(words.secretMissing)
  }
}

async function deploy(worker: Worker, secrets: Record<string, string>): Promise<void> {
  const file = join(root, '.wrangler', `secrets-${worker}.json`)
  try {
    await writeFile(file, JSON.stringify(secrets), { mode: 0o600 })
    await step(words.deploying.worker(worker), ['deploy', '--env', worker, '--secrets-file', file])
  } finally {
    await rm(file, { force: true })
  }
}

async function step(title: string, args: readonly string[]): Promise<void> {
  console.log(`\n${title}`)
  const { ok } = await wrangler(args)
  if (!ok) throw new Stop(words.deployStopped(title))
}
