import { MistakeBeside, marked } from './mistakes.tsx'

type ConsentProps = {
  label: string
  isGiven: boolean
  /** What is said where they have not agreed. */
  mistake: string | undefined
}

/** Whether somebody agrees to what is done with what they send. */
export function ConsentBox({ label, isGiven, mistake }: ConsentProps) {
  return (
    <p>
      <MistakeBeside id="consent" text={mistake} />
      <label class="check">
        <input
          class="box"
          type="checkbox"
          id="consent"
          name="consent"
          value="yes"
          checked={isGiven}
          {...marked('consent', mistake !== undefined)}
        />
        {label}
      </label>
    </p>
  )
}

/** A field that people do not see, and robots fill in. */
export function Trap({ label }: { label: string }) {
  return (
    <p class="trap" aria-hidden="true">
      <label for="website">{label}</label>
      <input id="website" name="website" tabindex={-1} autocomplete="off" />
    </p>
  )
}
