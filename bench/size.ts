import { dryDeploy } from '#scripts/deploy/dry-run.ts'
import { workers } from '#scripts/deploy/secrets.ts'

/** What of each worker goes to Cloudflare, compressed; its free plan takes 3 MiB. */
export async function benchSize(): Promise<void> {
  await dryDeploy(workers)
}
