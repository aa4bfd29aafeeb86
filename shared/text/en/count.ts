import { showNumber } from '../number.ts'

/** "1 group", "3 groups". */
export const plural = (n: number, one: string, many: string) => `${showNumber(n, 'en')} ${n === 1 ? one : many}`

/** The word alone, as the number asks. */
export const verb = (n: number, one: string, many: string) => (n === 1 ? one : many)

const percentFormat = new Intl.NumberFormat('en', { style: 'percent' })
export const percent = (share: number) => percentFormat.format(share)
