import { join, resolve } from 'node:path'

/** The checkout that this program belongs to. */
export const root = resolve(import.meta.dirname, '../..')

/** The version of the platform that workers are written for; `wrangler.toml` says the same. */
export const compatibilityDate = '2026-07-01'

/** What the file `.env` says of `DATA`, once it has been read. */
let dataOfFile: string | null = null

/** Takes `DATA` as the file `.env` says it: a path from the checkout. */
export function takeDataOfFile(): void {
  if (!process.env.DATA) return
  dataOfFile = resolve(root, process.env.DATA)
  process.env.DATA = dataOfFile
}

/** Whether whoever calls said `DATA`, rather than the file `.env`. */
export function isDataTyped(): boolean {
  return Boolean(process.env.DATA) && process.env.DATA !== dataOfFile
}

/** The folder that holds the database and the secret: `DATA`, or `data` in the checkout. */
export function dataFolder(): string {
  return resolve(process.env.DATA || join(root, 'data'))
}

/** A path as somebody means it: npm runs programs in the checkout, and says where they were called. */
export function typedPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path)
}
