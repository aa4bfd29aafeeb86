import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import * as z from 'zod'
import { root } from '#scripts/local/paths.ts'

const bomSchema = z.looseObject({
  metadata: z.looseObject({
    component: z.looseObject({ 'bom-ref': z.string(), name: z.string(), version: z.string() }),
  }),
  components: z.array(z.looseObject({ name: z.string(), 'bom-ref': z.string() })),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
})

/** The release's parts, as npm lists them (CycloneDX): what is not among `packages` is not in it. */
export function listBom(packages: readonly string[], at: Date): string {
  const said = execFileSync(
    'npm',
    ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--omit=dev', '--package-lock-only'],
    { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26, shell: process.platform === 'win32' },
  )
  const { metadata, components, dependencies, ...bom } = bomSchema.parse(JSON.parse(said))
  const kept = components.filter(({ name }) => packages.includes(name))
  const refs = new Set([metadata.component['bom-ref'], ...kept.map((component) => component['bom-ref'])])
  const parts = {
    components: kept,
    dependencies: dependencies
      .filter(({ ref }) => refs.has(ref))
      .map((one) => ({ ...one, dependsOn: one.dependsOn.filter((ref) => refs.has(ref)) })),
  }
  // npm names it by its folder, and makes a number and an instant anew each time
  const component = { ...metadata.component, name: 'relance' }
  const serialNumber = `urn:uuid:${uuidOf(JSON.stringify([component.version, parts]))}`
  return `${JSON.stringify({ ...bom, serialNumber, metadata: { ...metadata, timestamp: at.toISOString(), component }, ...parts }, null, 2)}\n`
}

/** A number that is the same for the same text (RFC 9562 §5.8). */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
