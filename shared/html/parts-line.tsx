import type { Child } from './jsx-runtime.ts'

/** Parts on a line, with a point between two that is seen, save where a line begins or ends: voices spell it out, and hear a comma. */
export function PartsLine({ parts }: { parts: readonly Child[] }) {
  return (
    <span class="parts">
      {parts.map((part, index) =>
        index === 0 ? (
          <span class="part">{part}</span>
        ) : (
          <>
            <span class="heard">,</span>{' '}
            <span class="part">
              <i aria-hidden="true">· </i>
              {part}
            </span>
          </>
        ),
      )}
    </span>
  )
}
