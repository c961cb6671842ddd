/** A file in an archive. */
export interface ArchivedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

const blockSize = 512

/**
 * The files in a tar archive (POSIX.1-1988 and its successors), by their names without folders. What follows a header that
 * cannot be read is left out; links and folders are passed over.
 */
export function filesInTar(archive: Uint8Array): readonly ArchivedFile[] {
  const files: ArchivedFile[] = []
  const text = new TextDecoder('latin1')
  const field = (at: number, length: number): string =>
    text.decode(archive.subarray(at, at + length)).replace(/\0[^]*$/, '')
  for (let at = 0; at + blockSize <= archive.length;) {
    const name = field(at, 100)
    const size = Number.parseInt(field(at + 124, 12).trim() || '0', 8)
    const kind = field(at + 156, 1)
    if (name === '' || !Number.isSafeInteger(size) || size < 0) break
    const start = at + blockSize
    const isFile = kind === '' || kind === '0'
    if (isFile && start + size <= archive.length)
      files.push({
        name: name.slice(name.lastIndexOf('/') + 1),
        bytes: archive.subarray(start, start + size),
      })
    at = start + Math.ceil(size / blockSize) * blockSize
  }
  return files
}
