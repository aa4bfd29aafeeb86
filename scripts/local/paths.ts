import { join, resolve } from 'node:path'

/** The checkout that this program belongs to. */
export const root = resolve(import.meta.dirname, '../..')

/** The version of the platform that workers are written for; `wrangler.toml` says the same. */
export const compatibilityDate = '2026-07-01'

/** Whether whoever calls said `DATA`, rather than the file `.env`, which is not read yet. */
export const isDataTyped = Boolean(process.env.DATA)

/** The folder that holds the database and the secret: `DATA`, or `data` in the checkout. */
export function dataFolder(): string {
  return resolve(process.env.DATA || join(root, 'data'))
}

/** A path as somebody means it: npm runs programs in the checkout, and says where they were called. */
export function typedPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path)
}
