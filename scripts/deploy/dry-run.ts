import { join } from 'node:path'
import { root } from '#scripts/local/paths.ts'
import { Stop } from '#scripts/run.ts'
import { language, words } from '#scripts/text/text.ts'
import { withoutAccount, wrangler } from './wrangler.ts'

/** A script's size on Cloudflare's free plan, in KiB compressed. */
const limit = 3 * 1024

/** Builds each worker as a deployment would, and says how big it is. @throws Stop when one cannot be built or is too big. */
export async function dryDeploy(workers: readonly string[]): Promise<void> {
  const sizes = new Map<string, number>()
  // One after another: each compiles the templates first
  for (const worker of workers) {
    const outdir = join(root, 'dist', worker)
    const { ok, output } = await wrangler(['deploy', '--dry-run', '--env', worker, '--outdir', outdir], {
      isQuiet: true,
      env: withoutAccount,
    })
    const size = Number(/gzip: ([\d.]+) KiB/.exec(output)?.[1])
    if (!ok || Number.isNaN(size)) throw new Stop(`${output}\n${words.buildFailed(worker)}`)
    sizes.set(worker, size)
    console.log(`${worker.padEnd(10)} ${size.toLocaleString(language, { minimumFractionDigits: 1 })} KiB gzip`)
  }
  const [biggest, size] = [...sizes].sort(([, a], [, b]) => b - a)[0] ?? ['', 0]
  if (size > limit) throw new Stop(words.tooBig(biggest, size, limit))
}
