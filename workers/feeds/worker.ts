import fixed from '#movement'
import { createFeeds } from './index.tsx'

/** What is deployed: the feeds of the movement of `movement.config.ts`. */
export default createFeeds(fixed)
