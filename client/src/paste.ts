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
        if (!offer || token.isCancellationRequested) return undefined
        const edit = new DocumentPasteEdit(offer.newText, offer.title, kind)
        edit.additionalEdit = await elsewhere(client(), document, offer)
        if (offer.isOnlyOffered) edit.yieldTo = [DocumentDropOrPasteEditKind.Text]
        return [edit]
      },
    },
    { providedPasteEditKinds: [kind], pasteMimeTypes: ['text/plain'] },
  )
}

/** What the server makes of a text at a place; undefined where it is nothing but text, or the server is not there. */
export async function offered(
  client: BaseLanguageClient,
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
    return (await client.sendRequest<PasteOffer | null>('bioprose/paste', params)) ?? undefined
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
