import type { CountryTowns } from './country-towns.ts'

/** Councils by the county that people know them in (Lieutenancies Act 1997, schedule 1), and councils without the words around their names. */
const counties = `
  Bedfordshire: Bedford, Central Bedfordshire, Luton
  Berkshire: Royal Borough of Windsor and Maidenhead, Bracknell Forest, Reading, Slough, West Berkshire, Wokingham
  Bristol: City of Bristol
  Buckinghamshire: Milton Keynes
  Cambridgeshire: Peterborough
  Cheshire: Borough of Halton, Warrington, Cheshire East, Cheshire West and Chester
  Cornwall: Isles of Scilly
  County Durham: Darlington, Hartlepool, Stockton-on-Tees
  Derbyshire: Derby
  Devon: Plymouth, Borough of Torbay
  Dorset: Bournemouth Christchurch and Poole Council
  East Riding of Yorkshire: City of Kingston upon Hull
  East Sussex: Brighton and Hove
  Essex: Borough of Thurrock, Southend-on-Sea
  Gloucestershire: South Gloucestershire
  Greater Manchester: Manchester, Borough of Bolton, Borough of Bury, Borough of Oldham, Borough of Rochdale, City and Borough of Salford, Borough of Stockport, Borough of Tameside, Trafford, Borough of Wigan
  Hampshire: Portsmouth, Southampton
  Kent: Medway
  Lancashire: Blackburn with Darwen, Blackpool
  Leicestershire: City of Leicester
  Lincolnshire: North East Lincolnshire, North Lincolnshire
  Merseyside: Liverpool, Knowsley, Sefton, St. Helens, Metropolitan Borough of Wirral
  North Yorkshire: City of York, Middlesbrough, Redcar and Cleveland
  Northamptonshire: West Northamptonshire, North Northamptonshire
  Nottinghamshire: Nottingham
  Rutland: District of Rutland
  Shropshire: Telford and Wrekin
  Somerset: Bath and North East Somerset, North Somerset
  South Yorkshire: Barnsley, Doncaster, Rotherham, Sheffield
  Staffordshire: Stoke-on-Trent
  Tyne and Wear: Gateshead, Newcastle upon Tyne, North Tyneside, South Tyneside, Sunderland
  West Midlands: City and Borough of Birmingham, Coventry, Dudley, Sandwell, Solihull, Walsall, Wolverhampton
  West Yorkshire: Bradford, Calderdale, Kirklees, City and Borough of Leeds, City and Borough of Wakefield
  Wiltshire: Borough of Swindon
  Aberdeen: Aberdeen City
  Dundee: Dundee City
  Edinburgh: City of Edinburgh
  Glasgow: Glasgow City
  Na h-Eileanan Siar: Eilean Siar
  Scottish Borders: The Scottish Borders
  Bridgend: Bridgend county borough
  Caerphilly: Caerphilly County Borough
  Ceredigion: County of Ceredigion
  Flintshire: County of Flintshire
  Merthyr Tydfil: Merthyr Tydfil County Borough
  Powys: Sir Powys
  Swansea: City and County of Swansea
  Torfaen: Torfaen County Borough
  Belfast: City of Belfast`

const within = new Map(
  counties
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [county = '', councils = ''] = line.trim().split(': ')
      return councils.split(', ').map((council) => [council, county] as const)
    }),
)

export const unitedKingdom: CountryTowns = {
  areas: { 'GB.ENG.AA': 'Bournemouth Christchurch and Poole Council' },
  within,
  apart: { 'Stockton-on-Tees/Yarm': 'North Yorkshire', 'Stockton-on-Tees/Thornaby-on-Tees': 'North Yorkshire' },
  more: [
    ['Camden', 'Greater London', 'England', 51.54, -0.14],
    ['Enfield', 'Greater London', 'England', 51.65, -0.08],
    ['Haringey', 'Greater London', 'England', 51.59, -0.11],
    ['Hay-on-Wye', 'Powys', 'Wales', 52.07, -3.13],
    ['Lewisham', 'Greater London', 'England', 51.46, -0.01],
    ['Newham', 'Greater London', 'England', 51.53, 0.03],
    ['Southwark', 'Greater London', 'England', 51.5, -0.09],
    ['Tower Hamlets', 'Greater London', 'England', 51.52, -0.03],
  ],
  names: {
    'Greater London': 'Westminster / City of Westminster',
    'North Yorkshire': 'Thornaby-on-Tees / Thornaby',
    Belfast: 'Belfast / Béal Feirste',
    'Tyne and Wear': 'Newcastle upon Tyne / Newcastle',
    'East Riding of Yorkshire': 'Kingston upon Hull / Hull',
    Staffordshire: 'Stoke-on-Trent / Stoke',
    'Derry City and Strabane': 'Derry Londonderry',
    Highland: 'Inverness / Inbhir Nis',
    'Na h-Eileanan Siar': 'Stornoway Steòrnabhagh',
    Anglesey: 'Holyhead Caergybi; Beaumaris Biwmares; Amlwch; Llangefni',
    Bridgend: 'Bridgend / Pen-y-bont ar Ogwr',
    Caerphilly: 'Caerphilly Caerffili',
    Cardiff: 'Cardiff Caerdydd',
    Carmarthenshire: 'Carmarthen Caerfyrddin; Llandovery Llanymddyfri; Llandeilo; Ammanford Rhydaman; Kidwelly Cydweli',
    Ceredigion: 'Cardigan Aberteifi; Lampeter / Llanbedr Pont Steffan',
    Conwy: 'Conwy Conway',
    Denbighshire: 'Denbigh Dinbych; Rhyl / Y Rhyl; Ruthin Rhuthun; Saint Asaph / Llanelwy',
    Flintshire: 'Flint / Y Fflint; Mold / Yr Wyddgrug',
    Gwynedd: 'Caernarfon Caernarvon; Bala / Y Bala; Barmouth Abermaw',
    'Merthyr Tydfil': 'Merthyr Tydfil / Merthyr Tudful',
    Monmouthshire: 'Abergavenny / Y Fenni; Chepstow / Cas-gwent; Monmouth Trefynwy',
    'Neath Port Talbot': 'Neath / Castell-nedd',
    Newport: 'Newport Casnewydd',
    Pembrokeshire: `
      Fishguard Abergwaun; Haverfordwest Hwlffordd; Milford Haven / Aberdaugleddau; Tenby / Dinbych-y-pysgod;
      Pembroke Penfro`,
    Powys: 'Brecon Aberhonddu; Newtown / Y Drenewydd; Welshpool / Y Trallwng; Builth Wells / Llanfair-ym-Muallt',
    Swansea: 'Swansea Abertawe',
    Torfaen: 'Pontypool / Pont-y-pŵl',
    'Vale of Glamorgan': 'Barry / Y Barri; Cowbridge / Y Bont-faen',
    Wrexham: 'Wrexham Wrecsam',
  },
}
