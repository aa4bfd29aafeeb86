import { SectionForm, sectionTitle, typedFormId } from '#shared/html/section/section-form.tsx'
import type { SectionState } from '#shared/html/section/section-state.ts'
import { Frame } from './frame.tsx'
import type { GroupLinkSession } from './link-session.ts'

/** The page on which a referent corrects one section. */
export function SectionPage({ session, state }: { session: GroupLinkSession; state: SectionState }) {
  return (
    <Frame
      movement={session.movement}
      session={session}
      language={session.language}
      title={sectionTitle(session, state)}
      path={`${session.path}/${session.group.uid}/${state.section}`}
      typed={typedFormId}
    >
      <SectionForm session={session} state={state} keepsDrafts />
    </Frame>
  )
}
