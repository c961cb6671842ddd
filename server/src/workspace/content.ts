import type { Entry } from '../bibliography/entry.js'
import { mentionsInText } from '../terms/mentions.js'
import type { Lexicon } from '../terms/lexicon.js'
import { derived } from '../text/derived.js'
import { definitionsByName } from './abbreviations.js'
import { conceptsOfTitle } from './mentions.js'
import type { View } from './view.js'

/** What a sentence or a title is about: its content words without their endings, and the concepts that it mentions. */
export type Content = ReadonlySet<string>

export const nothingSaid: Content = new Set()

/** The content of a title. */
export const contentOfTitle: (entry: Entry, lexicon: Lexicon) => Content = derived(
  (entry: Entry, lexicon: Lexicon) =>
    contentOf(entry.title ?? '', conceptsOfTitle(entry, lexicon), noLongForms),
)

/** The content of a sentence; an abbreviation that the document spells out stands for its long form, too. */
export function contentOfSentence(view: View, words: string): Content {
  const concepts = new Set(mentionsInText(words, view.lexicon).map(({ concept }) => concept))
  return contentOf(words, concepts, longFormsOf(view))
}

function contentOf(
  text: string,
  concepts: ReadonlySet<string>,
  longForms: ReadonlyMap<string, string>,
): Content {
  const content = new Set<string>()
  for (const [word] of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}-]{1,40}/gu)) {
    takeWord(content, word.toLowerCase())
    for (const [part] of longForms.get(word)?.matchAll(/[\p{L}\p{N}]{3,40}/gu) ?? [])
      takeWord(content, part.toLowerCase())
    if (word.includes('-')) for (const part of word.toLowerCase().split('-')) takeWord(content, part)
  }
  for (const concept of concepts) content.add(`concept ${concept}`)
  return content
}

function takeWord(content: Set<string>, word: string): void {
  if (word.length >= 3 && !everyday.has(word)) content.add(stemOf(word))
}

/** A word without its ending, so that "regulates", "regulating" and "regulation" are one; crude, and the same for all. */
function stemOf(word: string): string {
  if (word.length < 5) return word.replace(/s$/, '')
  return word.replace(
    /(?:ations?|ingly|ically|ities|ments?|ness|ives?|ical|ions?|ings?|ance|ence|ally|ies|ity|ed|es|ic|al|ly|s|e|y)$/,
    '',
  )
}

/** Words that tell no subject from another. */
const everyday = new Set(
  `about after also among and any are based been between both but can could does due each even for from had has have
  how however into its many may more most not new one only other our over show shown shows since some such than that
  the their them then there these they this those through thus two under use used uses using very via was well were
  what when where whether which while who whose will with within without would`.split(/\s+/),
)

const noLongForms: ReadonlyMap<string, string> = new Map()

/** The long form of each abbreviation that the document spells out; the first one counts. */
const longFormsOf: (view: View) => ReadonlyMap<string, string> = derived(
  (view: View) =>
    new Map([...definitionsByName(view)].map(([written, [first]]) => [written, first!.meaning])),
)
