import { showNumber } from '../number.ts'

/** "1 groep", "3 groepen". */
export const plural = (n: number, one: string, many: string) => `${showNumber(n, 'nl')} ${n === 1 ? one : many}`
