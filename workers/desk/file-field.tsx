type FileFieldProps = { name: string; label: string; hint: string; accept: string }

/** Where a file is brought; `accept` as HTML has it. */
export function FileField({ name, label, hint, accept }: FileFieldProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
      <input type="file" id={name} name={name} accept={accept} aria-describedby={`${name}-hint`} />
    </div>
  )
}
