/** Written small inside the name of a body: "Centers for Disease Control and Prevention". */
export const links = words('of for the on')

/** Words that open a sentence or a reference in capitals and belong to no name: "In Li (2009)", "See Li, 2009". */
export const openers = words(
  `a about according across adapted after again all also although among an and another around as at based because
  before besides between both but by cf compare consequently conversely data despite during e.g either even finally
  first following for from further furthermore given hence here however i.e if in indeed interestingly its later
  like likewise meanwhile moreover most nevertheless notably now of on once only originally our per previously recent
  recently reviewed second see several similarly since so specifically subsequently such surprisingly that the their
  then there therefore these they third this those though thus to today together unlike until using we what when
  where whereas whether which while who with within without work`,
)

/**
 * Nouns in capitals before a year that are seldom an author: "May 2009", "Table 2009", "Windows (2009)". Some are
 * family names as well, so that they count as one beside "et al." or a second author.
 */
export const nouns = words(
  `january february march april may june july august september october november december jan feb mar apr jun jul aug
  sep sept oct nov dec spring summer autumn fall winter easter christmas monday tuesday wednesday thursday friday
  saturday sunday early late mid circa fig figs figure figures table tables section sections chapter chapters appendix
  box panel part supplement supplementary equation eq phase step stage version release edition ed vol volume no nos
  issue page pp copyright accessed published retrieved updated revised received accepted registered patent grant award
  year years year's day days week weeks month months season cohort wave round trial study studies experiment protocol
  inc ltd corp gmbh software windows office excel matlab spss olympics games war act regulation directive law
  conference congress meeting symposium workshop census election atcc mtcc nctc ncimb dsmz usa uk`,
)

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/))
}
