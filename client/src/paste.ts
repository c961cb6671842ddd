import {
  DocumentDropOrPasteEditKind,
  DocumentPasteEdit,
  languages,
  Uri,
  workspace,
  WorkspaceEdit,
  type Disposable,
  type DocumentSelector,
  type Position,
  type TextDocument,
} from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { PasteOffer, PasteParams } from '../../server/src/features/paste.js'

const kind = DocumentDropOrPasteEditKind.Empty.append('bioprose', 'reference')

/** What the server would only refuse is not sent: most of what is pasted is prose, and some of it is long. */
const mayBeWorks = /^\s*(?:@\w+\s*[{(]|TY {2}-|PMID|<\?xml|<xml>|[[{]|doi|10\.\d{4}|https?:|PMC\d|arXiv)/i
const longest = 200_000

/** Pasted BibTeX, RIS and the like become an entry and its citation; beside it stands the text as it was. */
export function readPastes(selector: DocumentSelector, client: () => BaseLanguageClient): Disposable {
  return languages.registerDocumentPasteEditProvider(
    selector,
    {
      async provideDocumentPasteEdits(document, [range], data, _context, token) {
        const text = await data.get('text/plain')?.asString()
        if (!range || text === undefined || text.length > longest || !mayBeWorks.test(text)) return undefined
        const offer = await offered(client(), document, range.start, text)
        if (token.isCancellationRequested) return undefined
        if (!offer) return mayLookUp(text) ? [new LookedUp(text.trim(), document, range.start)] : undefined
        const edit = new DocumentPasteEdit(offer.newText, offer.title, kind)
        edit.additionalEdit = await elsewhere(client(), document, offer)
        if (offer.isOnlyOffered) edit.yieldTo = [DocumentDropOrPasteEditKind.Text]
        return [edit]
      },
      /** Who chooses to have an identifier looked up gets the work, or keeps the text. */
      async resolveDocumentPasteEdit(edit) {
        if (edit instanceof LookedUp) await edit.lookUp(client())
        return edit
      },
    },
    { providedPasteEditKinds: [kind], pasteMimeTypes: ['text/plain'] },
  )
}

/** Whether a text is one identifier of a work, and the user allows it to be looked up. */
function mayLookUp(text: string): boolean {
  const isIdentifier =
    /^\s*(?:doi:?\s?|https?:\/\/\S{0,200})?10\.\d{4,9}\/\S+\s*$|^\s*(?:PMID:?\s?\d{1,9}|PMC\d{1,9}|https?:\/\/(?:pubmed|pmc|www)\.ncbi\.nlm\.nih\.gov\/\S+)\s*$/i
  return workspace.isTrusted && text.length < 500 && isIdentifier.test(text) && workspace.getConfiguration('bioprose.lookup').get<boolean>('enabled') === true // prettier-ignore
}

/** An identifier that is looked up when the user chooses this instead of the mere text, which stays what is pasted at first. */
class LookedUp extends DocumentPasteEdit {
  constructor(
    private readonly text: string,
    private readonly document: TextDocument,
    private readonly position: Position,
  ) {
    super(text, 'Look up and cite', kind)
    this.yieldTo = [DocumentDropOrPasteEditKind.Text]
  }

  async lookUp(client: BaseLanguageClient): Promise<void> {
    const offer = await asked(client, 'bioprose/lookUpPasted', this.document, this.position, this.text)
    if (!offer) return
    this.insertText = offer.newText
    this.additionalEdit = await elsewhere(client, this.document, offer)
  }
}

/** What the server makes of a text at a place; undefined where it is nothing but text, or the server is not there. */
export function offered(
  client: BaseLanguageClient,
  document: TextDocument,
  position: Position,
  text: string,
): Promise<PasteOffer | undefined> {
  return asked(client, 'bioprose/paste', document, position, text)
}

async function asked(
  client: BaseLanguageClient,
  method: 'bioprose/paste' | 'bioprose/lookUpPasted',
  document: TextDocument,
  position: Position,
  text: string,
): Promise<PasteOffer | undefined> {
  const { line, character } = position
  const params: PasteParams = {
    textDocument: { uri: document.uri.toString() },
    position: { line, character },
    text,
  }
  try {
    return (await client.sendRequest<PasteOffer | null>(method, params)) ?? undefined
  } catch {
    return undefined
  }
}

/** The edits beside the pasted text. A library is written to where it ends now, saved or not. */
export async function elsewhere(
  client: BaseLanguageClient,
  document: TextDocument,
  { edits, append }: PasteOffer,
): Promise<WorkspaceEdit> {
  const edit = new WorkspaceEdit()
  edit.set(document.uri, await client.protocol2CodeConverter.asTextEdits([...edits]))
  if (append) {
    const library = await workspace.openTextDocument(Uri.parse(append.uri))
    const text = library.getText()
    const apart = text === '' ? '' : text.endsWith('\n') ? '\n' : '\n\n'
    edit.insert(library.uri, library.positionAt(text.length), `${apart}${append.text}`)
  }
  return edit
}
