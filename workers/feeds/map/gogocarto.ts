import { type MapFormat, propertiesOf } from './map-format.ts'

/** What GoGoCarto imports from an address: one array of flat elements. */
export const goGoCartoJson: MapFormat = {
  type: 'application/json',
  start: '{"data":[',
  end: ']}\n',
  write: (group, view) => ({
    ...propertiesOf(group, view),
    latitude: group.values.latitude,
    longitude: group.values.longitude,
  }),
}
