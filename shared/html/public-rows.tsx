import type { PublicSections } from '#shared/domain/public-group.ts'
import type { Section } from '#shared/record/section.ts'
import { answersSaid } from '#shared/record/show-answers.ts'
import type { Language } from '#shared/text/language.ts'
import { PartsLine } from './parts-line.tsx'

type PublicRowsProps = {
  rows: PublicSections
  asked: readonly Section[]
  language: Language
  heading: 'h2' | 'h5'
}

/** What everybody may see of a group in the sections of the movement's own. */
export function PublicRows({ rows, asked, language, heading: Heading }: PublicRowsProps) {
  return (
    <>
      {asked.map(
        ({ name, words, fields }) =>
          rows[name] && (
            <>
              <Heading>{words.title[language]}</Heading>
              {rows[name].map((row) => (
                <p class="lines">
                  <PartsLine parts={answersSaid(fields, row, language)} />
                </p>
              ))}
            </>
          ),
      )}
    </>
  )
}
