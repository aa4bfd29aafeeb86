import { fold } from '#shared/record/fold.ts'

/** States, provinces and territories of countries whose English sheets call them `State`: their regions. */
const names = new Set(
  `Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|District of Columbia|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa
  |Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey
  |New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Puerto Rico|Rhode Island|South Carolina|South Dakota|Tennessee
  |Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming
  |Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland and Labrador|Nova Scotia|Ontario|Prince Edward Island|Quebec|Saskatchewan
  |New South Wales|Queensland|South Australia|Tasmania|Victoria|Western Australia|Northern Territory|Australian Capital Territory
  |Andhra Pradesh|Arunachal Pradesh|Assam|Bihar|Chhattisgarh|Delhi|Goa|Gujarat|Haryana|Himachal Pradesh|Jharkhand|Karnataka|Kerala|Madhya Pradesh
  |Maharashtra|Manipur|Meghalaya|Mizoram|Nagaland|Odisha|Punjab|Rajasthan|Sikkim|Tamil Nadu|Telangana|Tripura|Uttar Pradesh|Uttarakhand|West Bengal`
    .split('|')
    .map(fold),
)

/** Postal codes of the United States, Canada and Australia. */
const codes = new Set(
  `AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA PR RI SC SD TN TX UT VT VA
  WA WV WI WY AB BC MB NB NL NS ON PE QC SK NSW QLD SA TAS VIC`.split(/\s+/),
)

/** Whether a cell names a state of a federation: `Karnataka`, `NY`. */
export function isFederalState(cell: string): boolean {
  const text = cell.trim()
  return codes.has(text) || (text.length <= 40 && names.has(fold(text)))
}
