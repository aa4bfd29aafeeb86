import days from './public-holidays.json' with { type: 'json' }

export type HolidayCountry = 'FR' | keyof typeof days

/** Countries, and parts of one, whose public holidays we know. */
export const holidayCountries = ['FR', ...Object.keys(days)].sort() as HolidayCountry[]
