/** Collects the values of a statement; each gives back the name that it has there. */
export class Parameters {
  readonly values: (string | number)[] = []
  add(value: string | number): string {
    this.values.push(value)
    return `?${this.values.length}`
  }
}
