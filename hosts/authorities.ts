import { readFile } from 'node:fs/promises'

/** Certificates to trust beside the system's, in PEM: those that Node is told to trust. */
export async function listAuthorities(): Promise<string[]> {
  const file = process.env.NODE_EXTRA_CA_CERTS
  const text = file ? await readFile(file, 'utf8').catch(() => '') : ''
  return text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
}
