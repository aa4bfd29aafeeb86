/** Words of ours, or a name, where they begin a sentence: `Quelqu’un a répondu`. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
