import { showNumber } from '../number.ts'

/** « 1 groupe », « 3 groupes » : zéro et un sont au singulier. */
export const plural = (n: number, one: string, many: string) => `${showNumber(n, 'fr')} ${n < 2 ? one : many}`

/** Le mot seul, accordé. */
export const verb = (n: number, one: string, many: string) => (n < 2 ? one : many)

const percentFormat = new Intl.NumberFormat('fr', { style: 'percent' })
export const percent = (share: number) => percentFormat.format(share)
