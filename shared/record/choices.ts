import * as z from 'zod'
import type { Words } from '#shared/text/language.ts'
import { type Codec, choice, codec, fieldProblem, refuse } from './codecs.ts'
import { optionSeparator } from './own-values.ts'

/**
 * Several of a closed list, as their values in the list's order: `bus,train`. People and sheets put commas, semicolons or ends of lines between
 * values or labels.
 */
export function choices(options: Readonly<Record<string, Words>>): Codec<string> {
  const one = choice(options)
  const order = Object.keys(options)
  return codec(
    z.string().refine((value) => value.split(optionSeparator).every((option) => order.includes(option))),
    (text) => {
      if (text === '') return refuse('required')
      const whole = z.safeDecode(one, text)
      if (whole.success) return whole.data
      const parts = text.split(/[;\n]/.test(text) ? /[;\n]/ : ',').filter((part) => part.trim() !== '')
      const read = parts.map((part) => z.safeDecode(one, part))
      const wrong = read.find(({ success }) => !success)
      if (wrong?.error) return refused(wrong.error)
      const chosen = new Set(read.map(({ data }) => data))
      return order.filter((option) => chosen.has(option)).join(optionSeparator)
    },
    String,
  )
}

function refused(error: z.core.$ZodError) {
  const { code, options } = fieldProblem(error)
  return refuse(code, undefined, options)
}
