import { SectionForm, sectionTitle, typedFormId } from '#shared/html/section/section-form.tsx'
import type { SectionState } from '#shared/html/section/section-state.ts'
import { Frame } from './frame.tsx'
import type { GroupVisit } from './visit.ts'

/** The page on which a referent corrects one section. */
export function SectionPage({ visit, state }: { visit: GroupVisit; state: SectionState }) {
  return (
    <Frame
      movement={visit.movement}
      visit={visit}
      language={visit.language}
      title={sectionTitle(visit, state)}
      path={`${visit.path}/${visit.group.uid}/${state.section}`}
      typed={typedFormId}
    >
      <SectionForm visit={visit} state={state} keepsDrafts />
    </Frame>
  )
}
