import type { Author, EntryType } from '../../server/src/bibliography/entry.js'

/** Everything that a style may want to print of a work. */
export interface Work {
  readonly type: EntryType
  readonly authors: readonly Author[]
  readonly editors: readonly Author[]
  readonly title: string
  readonly container?: string
  readonly year: string
  readonly volume?: string
  readonly issue?: string
  readonly pages?: string
  readonly publisher?: string
  readonly place?: string
  readonly number?: string
  readonly doi?: string
  readonly pmid?: string
  readonly pmcid?: string
  readonly url?: string
  /** YYYY-MM-DD. */
  readonly accessed?: string
}

/** Works of every type that nobody wrote: public collections hold journal articles and little else. */
export function inventedWorks(): Work[] {
  return written
    .trim()
    .split('\n')
    .map((line, i) => workIn(line, i))
}

function workIn(line: string, index: number): Work {
  const [type = '', by = '', title = '', container = '', rest = ''] = line
    .split('|')
    .map((cell) => cell.trim())
  const more = Object.fromEntries(
    rest
      .split(';')
      .filter((pair) => pair.includes('='))
      .map((pair) => [pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1).trim()]),
  ) as Partial<Record<string, string>>
  const { year = '2001', editors, ...fields } = more
  return {
    type: types[type]!,
    authors: /^\d+$/.test(by) ? people(Number(by), index * 7) : [{ literal: by }],
    editors: editors ? people(Number(editors), index * 7 + 31) : [],
    title,
    ...(container && { container }),
    year,
    ...fields,
  }
}

const types: Readonly<Record<string, EntryType>> = {
  article: 'article-journal',
  book: 'book',
  chapter: 'chapter',
  conference: 'paper-conference',
  report: 'report',
  thesis: 'thesis',
  preprint: 'article',
  page: 'webpage',
}

function people(count: number, from: number): Author[] {
  return Array.from({ length: count }, (_, i) => names[(from + i) % names.length]!)
}

const names: readonly Author[] = (
  'Barlind/Anna B., Wren/Tobias, van der Ploeg/Ik, Müller-Öz/Jörg Peter, O’Fallon/Maeve, Li/Wen, Okafor/Chidi E., ' +
  'Dubois/Jean-Luc, García Torres/Inés, de la Cruz/Mateo, Xu/Yi-Fan, Haraldsdóttir/Sif, Żółkiewska/Ewa M., Kim/Seo-yeon, ' +
  'MacTavish/Rory J. D., Nakagawa/Haruto, d’Aubert/Claire, Ferreira da Silva/Rui, Novák/Petr, Ünal/Elif, ' +
  'von Arnsberg/Karl-Heinz, Ng/Ai Lin, Petrov/Sergey V., Abu-Rahma/Layla, Svensson/Bo, Thornbury/Edith M. W., ' +
  'Castellano/Piero, Ebert/Ute, Fitzgerald/Owen, Quill/Marta, Ǿstergaard/Niels, Jansen/P. J., Rossi/Gaia, Tran/Minh'
)
  .replace('Ǿ', 'Ø')
  .split(', ')
  .map((name) => ({ family: name.split('/')[0]!, given: name.split('/')[1]! }))

/** Type, how many authors or which body, title, container, and whatever else there is. */
const written = `
article | 2 | Night feeding and the growth of captive dormice | Annals of Rodent Care | year=2014; volume=12; issue=3; pages=201–209; doi=10.1000/arc.77
article | 1 | Do hedgehogs dream in colour? | Journal of Comparative Slumber | year=2009; volume=4; pages=17–23; pmid=19999001; pmcid=PMC2999001
article | 5 | The uptake of iron by E. coli in vivo: a study of 12 strains | Microbial Uptake | year=2018; volume=101; issue=11–12; pages=1044–52; doi=10.1000/mu.2018.101
article | 9 | mRNA decay in ageing neurons (2001–2011) | Neuron Letters and Reviews | year=2012; volume=7; pages=e00455; doi=10.1000/nlr.455
article | 3 | “Sweet spots” of insulin signalling, revisited | Frontiers of Metabolic Care | year=2020; volume=11; pages=118; doi=10.1000/fmc.2020.00118
article | 12 | A randomised trial of evening light in shift workers, 1998 to 2003 | The Shift | year=2005; volume=365; issue=9460; pages=671–80
article | 4 | Nervenwachstum und Schlaf bei älteren Mäusen | Zeitschrift für Schlafkunde | year=1997; volume=23; issue=2; pages=88–94
article | 2 | Effets de la lumière sur le sommeil des loirs | Revue du sommeil animal | year=2003; volume=15; issue=1; pages=5–19
article | 3 | Ritmos circadianos en roedores cautivos | Revista de Cronobiología | year=2011; volume=8; issue=4; pages=301–312; doi=10.1000/rcrono.8.4
article | Dormouse Genome Consortium | A draft sequence of the dormouse genome | Genome Harvest | year=2016; volume=28; issue=5; pages=555–71; doi=10.1000/gh.28.5
article | 6 | Protein kinase C-θ in T cells | Cell Affairs | year=2007; volume=3; issue=Suppl 1; pages=S14–S22; pmid=17770099
article | 2 | On rest | Science of Rest | year=1988; volume=2; pages=1–2
book | 1 | The Sleep of Small Mammals | | year=1999; publisher=Acorn Press; place=Lund
book | 2 | Handbook of Evening Light: Principles and Practice | | year=2010; publisher=Harbour University Press; place=Bristol; doi=10.1000/hup.2010
book | 3 | Statistics for Keepers of Rodents | | year=2021; publisher=Meadow & Sons; place=Chicago, IL
book | 1 | Einführung in die Schlafkunde | | year=2002; publisher=Eichel Verlag; place=Heidelberg
book | 2 | Le sommeil des animaux | | year=1994; publisher=Presses du Chêne; place=Paris
book | Institute of Slumber Studies | Guidelines for Quiet Rooms | | year=2015; publisher=Institute Press; place=Geneva
chapter | 2 | Nests of straw and wool | The Dormouse Handbook | year=2010; editors=2; pages=33–48; publisher=Acorn Press; place=Lund
chapter | 1 | Light, clocks and hormones | Advances in Chronobiology | year=2017; editors=3; pages=101–140; publisher=Harbour University Press; place=Bristol; doi=10.1000/hup.ch5
chapter | 3 | Measuring rest in the field | Methods for Quiet Observers | year=2006; editors=1; pages=211–30; publisher=Meadow & Sons; place=New York
chapter | 2 | Schlaf und Gedächtnis | Handbuch der Tierruhe | year=2013; editors=2; pages=55–72; publisher=Eichel Verlag; place=Berlin
chapter | 1 | Imaging of the pineal gland | Atlas of Small Brains | year=2019; editors=2; pages=9–27; publisher=Springfield International; place=Cham; doi=10.1000/atlas.2
conference | 3 | Learning to segment nests from thermal video | Proceedings of the 12th International Conference on Animal Imaging | year=2018; pages=112–119; publisher=Imaging Society; place=Oslo; doi=10.1000/icai.112
conference | 2 | Graph models of burrow networks | Proceedings of the Workshop on Quiet Computing | year=2015; pages=1–8
conference | 4 | Sparse sensors for sleeping rodents | Symposium on Embedded Husbandry | year=2022; pages=40–47; publisher=Meadow & Sons
thesis | 1 | Vocal learning in captive dormice | | year=2013; publisher=University of Lund
thesis | 1 | Circadian regulation of BDNF in the hippocampus of voles | | year=2019; publisher=Harbour University; url=https://example.org/theses/4411
thesis | 1 | Rechnergestützte Auswertung von Schlafspuren | | year=2008; publisher=Universität Heidelberg
report | World Dormouse Organization | Global status of the dormouse 2020 | | year=2020; publisher=World Dormouse Organization; place=Geneva; url=https://example.org/status-2020
report | 3 | Noise in hospital wards at night | | year=2011; publisher=Ministry of Quiet; place=London; number=44
report | Bureau of Rest | Annual survey of bedtimes | | year=2017; publisher=Bureau of Rest; place=Ottawa; number=12
preprint | 2 | Whisker maps of the sleeping vole | bioRxiv | year=2021; doi=10.1101/999999
preprint | 7 | Deep models of shallow sleep | arXiv | year=2019; url=https://arxiv.org/abs/1906.09999; number=1906.09999
preprint | 3 | Melatonin and mood: a pooled analysis of 14 cohorts | medRxiv | year=2022; doi=10.1101/2022.01.02.999999
page | Dormouse Trust | How to build a nest box | Dormouse Trust | year=2021; url=https://example.org/nest-box; accessed=2021-05-03
page | Bright Harbor Clinic | Ten teas for better sleep | Bright Harbor Clinic | year=2022; url=https://clinic.example.com/ten-teas/; accessed=2022-11-20
page | 1 | Why cats nap | The Quiet Blog | year=2018; url=https://blog.example.org/2018/cats?nap=1; accessed=2019-03-01
page | National Bureau of Slumber | Sleep apnoea: questions and answers | National Bureau of Slumber | year=2020; url=https://example.gov/apnoea; accessed=2020-12-09
page | 2 | Sleep scorer: a program for rodent EEG | | year=2016; url=https://example.org/sleep-scorer; accessed=2016-08-31
article | 1 | Sueño, luz y memoria: ¿qué sabemos? | Gaceta de Neurología | year=2019; volume=34; issue=2; pages=77–85; doi=10.1000/gn.34.2
article | 34 | Pooled analysis of 41 cohorts of night workers | Lancet of Rest | year=2023; volume=401; issue=10382; pages=1001–14; doi=10.1000/lr.401
article | 2 | p53 and the sleeping cell | Journal of Cell Rest | year=2015; volume=128; pages=jcr.165; doi=10.1000/jcr.165
article | 4 | Effects of β-amyloid (1–42) on REM sleep in Tg2576 mice | Sleep & Dementia | year=2021; volume=17; issue=S3; pages=e051234
article | Nordic Night Work Study Group | Night work and breast cancer: 20-year follow-up | Scandinavian Journal of Shifts | year=2018; volume=44; issue=6; pages=601–610; pmid=29999002
book | 2 | Oxford Guide to Quiet Hours | | year=2013; publisher=Oxford University Press; place=Oxford
book | 4 | Principles of Neural Rest | | year=2000; publisher=McGraw-Hill; place=New York
chapter | 2 | Sleep in the ageing brain | The Cambridge Handbook of Rest | year=2012; editors=3; pages=410–432; publisher=Cambridge University Press; place=Cambridge
chapter | 3 | Growth factors and exercise | Methods in Molecular Rest | year=2016; editors=1; pages=15–28; publisher=Springer; place=New York, NY; doi=10.1000/mmr.2
conference | 5 | Attention for actigraphy | Advances in Neural Rest Processing Systems | year=2017; pages=5998–6008; publisher=Curran Associates, Inc.
report | World Health Bureau | Guidelines on light in the home | | year=2019; publisher=World Health Bureau; place=Geneva
thesis | 1 | Androgens and BDNF in the ageing hippocampus | | year=2017; publisher=Karolinska Institutet; place=Stockholm
preprint | 4 | A census of sleeping neurons | bioRxiv | year=2023; doi=10.1101/2023.02.03.526999
page | Office of Quiet Nights | Jet lag: facts for travellers | Office of Quiet Nights | year=2023; url=https://quiet.example.gov/jet-lag; accessed=2024-01-15
`
