/** Beginnings of postal codes that no town has; in France they begin with a department's or a territory's number. */
const nowhere: Readonly<Record<string, RegExp>> = {
  FR: /^(00|96|99|97[0789]|98[12359])/,
  BE: /^0/,
  CH: /^0/,
  LU: /^0/,
}

/** A postal code that reads like one of `country`, and that no town has: `00000`. */
export function isPostcodeOfNoPlace(code: string, country: string): boolean {
  return (nowhere[country] ?? /^[0 -]+$/).test(code)
}
