import { Problem } from '#shared/domain/problem.ts'

type Asked = { req: { url: string; header: (name: string) => string | undefined }; env: { PUBLIC_URL: string } }

/**
 * Refuses what another site sends (W3C Fetch Metadata, RFC 6454). Old browsers say neither; the value that every page of ours
 * carries stands for them.
 * @throws Problem
 */
export function refuseForeign({ req, env }: Asked): void {
  const site = req.header('sec-fetch-site') ?? 'none'
  const origin = req.header('origin') ?? 'null'
  const ours = [req.url, env.PUBLIC_URL].filter((url) => URL.canParse(url)).map((url) => new URL(url).host)
  const isForeign = origin !== 'null' && !(URL.canParse(origin) && ours.includes(new URL(origin).host))
  if (isForeign || (site !== 'none' && site !== 'same-origin')) throw new Problem('page_elsewhere')
}
