import { join, resolve } from 'node:path'

/** The checkout that this program belongs to. */
export const root = resolve(import.meta.dirname, '../..')

/** The folder that holds the database and the secret: `DATA`, or `data` in the checkout. */
export function dataFolder(): string {
  return resolve(process.env.DATA || join(root, 'data'))
}
