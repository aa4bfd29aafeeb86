/** A word of ours where it begins a sentence: `Quelqu’un a répondu`. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
