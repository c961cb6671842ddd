import type { Reading } from './markup.js'
import { trimmed } from './trim.js'

/** Where a title ends and where the container's name behind it begins. */
export interface Boundary {
  readonly titleEnd: number
  readonly containerStart: number
  readonly score: number
}

/**
 * Where in "Title of the work. Name of the Journal" the title ends, or undefined where nothing seems to follow it.
 *
 * Every full stop, question mark and comma is weighed: what stands behind it should look like a name (capitals,
 * abbreviations, emphasis, words that journals are called by) and what stands before it like a whole title.
 *
 * @param threshold what the best boundary must reach, about 0 (something must follow) to 3 (only a clear name)
 */
export function titleBoundary(reading: Reading, threshold: number): Boundary | undefined {
  let best: Boundary | undefined
  for (const candidate of candidatesIn(reading)) {
    if (candidate.score >= threshold && (!best || candidate.score > best.score)) best = candidate
  }
  return best
}

/** Only so many stops are weighed, from the end: each is weighed by what follows, and titles are short. */
const mostStops = 60

function candidatesIn(reading: Reading): Boundary[] {
  const { text, emphasized } = reading
  const found: Boundary[] = []
  const stops = [...text.matchAll(/([.?!:][”"’»)\]]{0,2}|[,;]|[”"»]|\s[–—-])\s+(?=\S)/g)].slice(-mostStops)
  for (const stop of stops) {
    const titleEnd = stop.index + stop[1]!.length
    found.push(weighed(reading, stop[1]!, titleEnd, stop.index + stop[0].length))
  }
  for (const { start, end } of emphasized) {
    const leftover = text.slice(end).replace(/[\s.,;:]/g, '')
    if (start === 0 || leftover.length > 0 || !/\s$/.test(text.slice(0, start))) continue
    if (!found.some((one) => one.containerStart === start)) found.push(weighed(reading, ' ', start, start))
  }
  return found.filter((one) => one.score > -50)
}

function weighed(
  { text, emphasized }: Reading,
  mark: string,
  titleEnd: number,
  containerStart: number,
): Boundary {
  const title = text.slice(0, titleEnd)
  const container = trimmed(text.slice(containerStart), '', ' .,;:')
  const isEmphasized = emphasized.some(
    ({ start, end }) => Math.abs(start - containerStart) <= 1 && end >= containerStart + container.length - 2,
  )
  const score =
    weightOfMark(mark, isEmphasized) +
    weightOfTitle(title, mark) +
    weightOfContainer(container, isEmphasized) +
    (isEmphasized ? 6 : 0)
  return { titleEnd, containerStart, score }
}

function weightOfMark(mark: string, isEmphasized: boolean): number {
  if (/^[?!]/.test(mark)) return 3.2
  if (mark.startsWith('.')) return 3
  if (/^[”"»]/.test(mark)) return 1
  if (mark === ',' || mark === ';') return 0
  return isEmphasized ? 0 : -6
}

function weightOfTitle(title: string, mark: string): number {
  const words = title.trim().split(/\s+/)
  const last = words[words.length - 1] ?? ''
  if (!/[\p{L}\p{N}]/u.test(title)) return -100
  let weight = words.length < 2 ? -0.5 : 0
  if (mark.startsWith('.')) {
    if (isStem(last) || /^J\.$/.test(last)) weight -= 4
    else if (/^(?:\p{Lu}|\p{Lu}\.\p{Lu})\.$/u.test(last)) weight -= 1.5
    else if (/^(?:vs|cf|e\.g|i\.e|sp|spp|St|Dr|no|ca|approx|var|subsp|al)\.$/.test(last)) weight -= 4
  }
  return weight
}

function weightOfContainer(container: string, isEmphasized: boolean): number {
  const words = container.split(/\s+/)
  const first = words[0] ?? ''
  if (!/[\p{L}]/u.test(container) || container.startsWith('&')) return -100
  if (/^\p{Ll}/u.test(first) && !isCamel(first) && !isEmphasized) return -100
  const isSeries = /^(?:Proceedings|Journal|Transactions|Annals|Archives|Bulletin)$/.test(first)
  const isJournal = /^(?:Journal|Nature reviews|Annals)(?!\p{L})/u.test(container)
  let weight = journalWord.test(container) ? 1.5 : 0
  if (/^(?:[IVX]{1,4}|\d{1,2})\.$/.test(first) && words.length > 1) weight -= 4
  let isAfterStop = false
  for (const [index, word] of words.entries()) {
    const bare = word.replace(/^[("“]+|[)"”,;:.]+$/g, '')
    if (/^\p{Ll}/u.test(bare) && !functionWords.has(bare) && !isCamel(bare)) weight -= isSeries ? 0.3 : 1.5
    if (isAfterStop) weight -= index <= 4 && isJournal ? 0.5 : 3
    isAfterStop = index < words.length - 1 && /[.?!][)”"]?$/.test(word) && !isAbbreviation(word)
  }
  if (/^(?:(?:bio|med|ar|chem|psyar|eng|eco)r?xiv|SSRN|Research Square|Zenodo|Preprints)$/i.test(container))
    weight += 6
  if (words.length > 12) weight -= (words.length - 12) * 0.5
  return Math.max(weight, -20)
}

/** A word whose full stop abbreviates it: a stem of journal names, an initial, or a short capitalized word. */
function isAbbreviation(word: string): boolean {
  return isStem(word) || /^\(?(?:\p{Lu}\p{L}{0,4}|(?:\p{Lu}\.){1,4}\p{Lu}|vol|no|ser|pt)\.$/u.test(word)
}

function isStem(word: string): boolean {
  return /^\(?\p{Lu}.*\.$/u.test(word) && stems.has(word.replace(/[.()]/g, '').toLowerCase())
}

function isCamel(word: string): boolean {
  return (
    /^\p{Ll}{1,5}\p{Lu}|^[a-z]{3,30}\.(?:com|org|gov|net|edu|io|eu|uk|de|ch)$/u.test(word) ||
    uncapitalizedNames.test(word)
  )
}

const uncapitalizedNames = /^(?:npj|figshare|protocols\.io|medrxiv|biorxiv|arxiv|chemrxiv|e-)/

const functionWords = new Set(
  'of and the for in on to a an de la le et der und für des du di del della e y i & with en von zur zum from at by as'.split(
    ' ',
  ),
)

const journalWord =
  /(?<![\p{L}])(?:Journal|Proceedings|Proc|Nature|Science|Sciences|Review|Reviews|Research|Letters?|Annals|Annual|Bulletin|Archives?|Transactions|Trans|Reports?|Communications|Advances|Trends|Opinion|Frontiers|PLo?S|BMC|Cell|Lancet|BMJ|JAMA|IEEE|ACM|Acta|Biology|Medicine|Chemistry|Physics|Genetics|Bioinformatics|bioRxiv|medRxiv|arXiv|eLife|Conference|Symposium|Workshop|Lecture Notes|Magazine|J|Nat|Rev|Res|Lett|Sci|Acad|Biol|Chem|Med|Phys|Int|Mol|Genet|Clin|Biochem|Commun|Methods|Zeitschrift|Revista|Revue|Rivista|Annales|Archiv)(?![\p{L}])/u

/** Whether some words are rather the name of a journal or of proceedings than of who published something. */
export function namesPeriodical(words: string): boolean {
  return journalWord.test(
    words.replace(/(?<!\p{L})(?:University|Academic|MIT|Medicine|Sciences?|Research)(?!\p{L})/gu, ''),
  )
}

/** Stems that ISO 4 abbreviates words of journal names to. */
const stems = new Set(
  (
    'abh abstr acad acc acoust acta adm adv aer aff afr agric allerg allergol am amer anaesth ' +
    'anal anat andrex androl anesth anesthesiol angew angiol anim ann annu anthropol antibiot ' +
    'antimicrob antivir appl aquat arch artif asp assess assist assoc astron astrophys atmos ' +
    'aust autoimmun automat bact bacteriol basic beh behav belg ber bioanal biobehav biochem ' +
    'biochim bioeng bioethics biogeochem bioinf bioinform bioinformat biol biomater biomech ' +
    'biomed biometr biomol bioorg biophys biosci biosyst biotech biotechnol bot br brit bull bur ' +
    'calc carcinog cardiol cardiovasc cellul cent chem chemother chin chir chromatogr chronobiol ' +
    'cir circ civ climatol clin coagul cogn coll colloid colloq combin comm commun comp compar ' +
    'comput conf congr conserv contam contemp contrib crit cryst crystallogr csh cult curr ' +
    'cybern cytogenet cytol dent dep dermatol des dev develop diabet diagn dig digest dis discov ' +
    'dist doc drug dyn ecol econ econom ecotoxicol ed educ electr electrochem electrophoresis ' +
    'embryol endocr endocrinol eng engl engrg ent entomol environ enzym enzymol epidemiol ergon ' +
    'estuar ethnopharmacol ethol eur evol exp exper expt ext fac fam ferment fert fertil ' +
    'forensic found fr front func funct fund gastroenterol gen genet genom geochim geogr geol ' +
    'geom geophys geosci geriatr gerontol glob gov gynaecol gynecol haematol hematol hepatol ' +
    'hered herpetol hist histochem histol histopathol horm horticult hosp hum hydrobiol hydrol ' +
    'hyg hypertens ichthyol immunogenet immunol immunopharmacol immunother ind inf infect infl ' +
    'inflamm inform informat inorg ins insect inst instrum int integr intell intens intern ' +
    'interv invest ion ist ital jpn kinet lang laryngol lect lett leuk leukoc libr limnol ling ' +
    'lipidol liq liv log lond mach mag magn mamm manag mar mat mater measur mech med medic mem ' +
    'membr metab meteorol meth methodol methods mgmt microb microbiol microsc mil min miner mod ' +
    'model mol monogr morphol motiv mt mutat mycol nanobiotechnol nanomed nanotechnol narod nat ' +
    'natl natur naturf nephrol neth netw neurobiol neurochem neuroendocrinol neurogenet ' +
    'neuroinform neurol neuromusc neuropathol neuropharmacol neurophysiol neuropsychiatr ' +
    'neuropsychol neuropsychopharmacol neuroradiol neurosci neurosurg nucl nucleic num numer ' +
    'nurs nutr obes obstet occup oceanogr odontol offic oncol ontog op oper ophthalmol opin opt ' +
    'optim organomet ornithol orthop osteopor otol otolaryngol oxid paediatr palaeontol ' +
    'paleontol parasit parasitol patern pathog pathol pediatr percept perf perinat perspect pest ' +
    'pestic petrol pflug pharm pharmacoecon pharmacogenet pharmacogenomics pharmacol ' +
    'pharmacother phil philos photobiol photochem phys physic physiol phytochem phytopathol ' +
    'plast pol polym popul pract prev prim primatol prob probab probl proc prod prof prog progr ' +
    'prospect prostagl prot protein proteom protoc psych psychiat psychiatr psychoanal ' +
    'psychobiol psychol psychoneuroendocrinol psychopathol psychopharmacol psychosom psychother ' +
    'pub publ pulm qual quant quart quat rad radiat radiobiol radiol reg regen regul rehab ' +
    'rehabil rel relat renal rep repr reprod res resour respir respirol resusc rev rheol rheum ' +
    'rheumatol roy russ sand scand sch sci scr sec sect sel semin sens ser serv sess sim simul ' +
    'skel soc sociol softw spec spectrom spectrosc stab stat statist stereotact stoch struct ' +
    'stud subst suppl surf surg surv survey sust sustain symp synth syst taxon tech technol tel ' +
    'theor ther thermochem thorac thromb tiss tissue tomogr tox toxicol trans transd transf ' +
    'transfus transl transp transpl transplant traum trop tuberc univ untersuch urban urol vacc ' +
    'vasc ver verh vet vir virchows virol vis vitam vol wildl wiss zh zool'
  ).split(' '),
)
