/** A part of an address as it reads, such as its password; null where a `%` in it begins no byte, or the bytes are no letters: `50%`. */
export function urlPart(written: string): string | null {
  try {
    return decodeURIComponent(written)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}
