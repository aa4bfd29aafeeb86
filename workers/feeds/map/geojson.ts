import { type MapFormat, propertiesOf } from './map-format.ts'

/** RFC 7946. */
export const geoJson: MapFormat = {
  type: 'application/geo+json',
  start: '{"type":"FeatureCollection","features":[',
  end: ']}\n',
  write: (group, view) => ({
    type: 'Feature',
    id: group.uid,
    geometry: { type: 'Point', coordinates: [group.values.longitude, group.values.latitude] },
    properties: propertiesOf(group, view),
  }),
}
