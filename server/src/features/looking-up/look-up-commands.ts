/** The commands that may ask services on the network; the host answers them. */
export const lookUpCommands = {
  /** With a document's address and a position in it: looks the reference there up and fills in what it lacks. */
  one: 'bioprose.lookUpReference',
  /** With a document's address: looks all its references up. */
  all: 'bioprose.lookUpReferences',
  /** With a document's address and an identifier: adds the work to what the document cites from. */
  add: 'bioprose.addReference',
} as const
