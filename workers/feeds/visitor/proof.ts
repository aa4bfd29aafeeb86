import type { FeedsContext } from '../env.ts'

/** Bits that a proof begins with: some 65,000 tries, a second or two of a phone. */
const zeroBits = 16

/** Whether a browser has worked for a page: SHA-256 of the page's value and its proof begins with so many zeros. */
export async function isProof(page: string, proof: string): Promise<boolean> {
  if (!/^\d{1,9}$/.test(proof)) return false
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${page}:${proof}`)))
  return digest[0] === 0 && digest[1] === 0
}

/** Looks for one while the visitor writes. Without scripts, or in an old browser, the form works without. */
const script = `(async () => {
  const form = document.querySelector('form[data-proof]')
  if (!form || !globalThis.crypto || !crypto.subtle) return
  const page = form.elements.page.value, bytes = new TextEncoder()
  for (let n = 0; n < 1e7; n++) {
    const d = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.encode(page + ':' + n)))
    if (d[0] === 0 && d[1] === 0) { form.elements.proof.value = n; return }
    if (n % 512 === 0) await new Promise((go) => setTimeout(go))
  }
})()
`

export const proofPath = `/find/proof-${zeroBits}.js`

export function serveProof(_: FeedsContext): Response {
  return new Response(script, {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'public, max-age=86400',
      'x-content-type-options': 'nosniff',
    },
  })
}
