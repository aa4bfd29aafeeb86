import type { Child } from './jsx-runtime.ts'

/** Parts on a line, with a point between two that is seen: voices spell it out, and hear a comma. The point stays with what it follows. */
export function PartsLine({ parts }: { parts: readonly Child[] }) {
  return (
    <>
      {parts.map((part, index) => [
        index > 0 && (
          <>
            <span aria-hidden="true">{'\u00a0·'}</span>
            <span class="heard">,</span>{' '}
          </>
        ),
        part,
      ])}
    </>
  )
}
