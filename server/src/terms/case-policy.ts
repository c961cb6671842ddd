import type { CasePolicy } from './concept.js'

/**
 * How strictly a name must be written as given, where its vocabulary does not say.
 *
 * - A name without capitals is written freely: "long-term potentiation".
 * - Capitals alone, three letters or fewer and no digit, stand for many things in lower case: `exact` ("GH", "LH").
 * - A name that is an ordinary word once its capitals are gone is `exact` ("REST", "cAMP").
 * - All others are written freely: "TrkB" as trkB or TRKB, "BDNF", "IGF-1", "Parkinson's disease".
 */
export function inferredCase(name: string): CasePolicy {
  const lower = name.toLowerCase()
  if (lower === name) return 'any'
  const isShortAcronym = lower.length <= 3 && name.toUpperCase() === name && !/\p{N}/u.test(name)
  return isShortAcronym || ordinaryWords.has(lower) ? 'exact' : 'any'
}

/** Whether a name is a word of everyday or of scientific English once its capitals are gone. */
export function isOrdinaryWord(name: string): boolean {
  return ordinaryWords.has(name.toLowerCase())
}

/** Words of everyday or of scientific English that are also the symbol or the acronym of something. */
const ordinaryWords = new Set(
  `a acme act age aid aids aim air all alpha am an and ant any apes app apt arc are arch ark arm arms art as ask at atom
  aware bad bag band bank bar bard bark base bat bath bay beam bean bear beat bed bee bell belt best beta bid big bike
  bin bite bits boat body bold bond bone boost boss bow box bread bridge bring brush bulb but by cab cage call camp can
  cap cape car care cart case cases cash cast cat cave cell chat chip chop clamp clap clip clock cob cod coil cold cop
  cord core cost cross cry cup cut damp dance dare dark dart data date dead deal den dice did die diet dim dip disc
  dish do dock does door dot down drag dream drop duet dust each ear ears east eat echo edge elf end ends ever eye face
  fact fade faint fan far fast fat fate fear feast feel few fig file fill fin find fire fish fist fit fix flame flap
  flash flat flex flip flow focus foil fold for form fox frame free fun fuse gain gait gamma gap gas gate gave gem get
  gift go goat grace grade grail grant grasp grid grip guide gut had hail hair half hand hard has hat have he heat
  helix her hill him hint hip his hit hold home hope horn horse host hot how hub hug huge ice if image impact in ink
  inset insight iron is it jam jar job join jump just key kit knob lab lace lack lamp lance land lap large last late
  law lead leap left leg let level lid life lift light like lime line link lion lip list live load lock log loop lot
  low lung lynx made mag mail make man many map march mark mars mash mask mass master match mate max may me meal mean
  meld memo men mesh met mice mime mind mine mini mint miss mist mix moment moon most move much must nail name neat
  nest net new nick no nod nor norm nose not note now nut of off oil old on once one or orb orbit ore our out oval own
  pace pack page pain pair palm pan park part pass past path pause peak peer pen pet phase pig pill pin pink pit place
  plan plant play plot plus pod point pole pool port post pot press prime prism probe prompt proof pros pulse pure
  puma push put race rack radar raft rag rage rain ram ran range rap rare rash rat rate raw ray reach real red reel
  rest rich ride ring rip rise risk road rob robo rock role root rope rose rot row rub rule run rush rust safe sail
  salt same sand sap save saw scale scan scar score sea seal seat see seed self sense set seven shape share she shield
  ship shot side sign sit six size skip sleep slim slit slow smart smile snail snap so soap soft son song sort soul
  source spa span spark spin spirit split spot spray spring stamp star start stat step stop storm strap stress stride
  sun super surf swap swing tab tag tail take tall tan tank tap tar task tea team tear ten tent term test than that
  the them then they thin this tick tide tie till time tip to toe ton tonic too took top torch toss trace track trail
  train trap tray tree trek trim trio trip true tube tune twin two up urge us use van vary vast via view wan war was
  wasp wave way we web weed week well went were west wet what when whip who why wide will win wing wisp with wolf wood
  word work worm wrap yes yet you zeta zip zone`.split(/\s+/),
)
