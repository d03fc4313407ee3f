/** The zones of most users of this setting; listed first. */
const NEAR = [
  'Africa/Tripoli',
  'Africa/Tunis',
  'Africa/Algiers',
  'Africa/Casablanca',
  'Africa/Nouakchott',
  'Africa/Cairo',
  'Africa/Khartoum',
  'Africa/Mogadishu',
  'Africa/Djibouti',
  'Asia/Riyadh',
  'Asia/Dubai',
  'Asia/Kuwait',
  'Asia/Qatar',
  'Asia/Bahrain',
  'Asia/Muscat',
  'Asia/Aden',
  'Asia/Baghdad',
  'Asia/Damascus',
  'Asia/Beirut',
  'Asia/Amman',
  'Asia/Gaza',
  'Asia/Hebron',
];
const AREAS = [
  'Africa',
  'Asia',
  'Europe',
  'America',
  'Australia',
  'Pacific',
  'Atlantic',
  'Indian',
  'Antarctica',
  'Arctic',
] as const;
export type ZoneGroup = 'near' | 'other' | (typeof AREAS)[number];
export type Zone = { value: string; group: ZoneGroup; label: string };

function part(
  locale: string,
  timeZone: string,
  timeZoneName: 'shortGeneric' | 'shortOffset',
  at: Date,
): string {
  return (
    new Intl.DateTimeFormat(locale, { timeZone, timeZoneName })
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName')?.value ?? ''
  );
}

const groupOf = (zone: string): ZoneGroup => AREAS.find((area) => zone.startsWith(`${area}/`)) ?? 'other';

/**
 * Every time zone with its name in a language, its offset at a moment and its id, so that people can search
 * for each. Near zones first, the others by continent.
 */
export function listZones(locale: string, at: Date): Zone[] {
  const known = new Set(Intl.supportedValuesOf('timeZone'));
  const toZone = (value: string, group: ZoneGroup): Zone => {
    const offset = part('en', value, 'shortOffset', at).replace('GMT', 'UTC');
    const name = part(locale, value, 'shortGeneric', at);
    return { value, group, label: [name, `\u2066${offset}\u2069`, `\u2066${value}\u2069`].join(' · ') };
  };
  const near = NEAR.filter((zone) => known.has(zone)).map((zone) => toZone(zone, 'near'));
  const others = [...known].filter((zone) => !NEAR.includes(zone)).map((zone) => toZone(zone, groupOf(zone)));
  const order: ZoneGroup[] = [...AREAS, 'other'];
  const sorted = others.sort(
    (a, b) => order.indexOf(a.group) - order.indexOf(b.group) || a.label.localeCompare(b.label, locale),
  );
  return [...near, ...(known.has('UTC') ? [] : [toZone('UTC', 'other')]), ...sorted].sort(
    (a, b) => Number(a.group === 'other') - Number(b.group === 'other'),
  );
}
