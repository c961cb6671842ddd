import type { Calibration } from './calibration.js'
import type { Heads } from './heads.js'
import { headCount, slotWidth } from './heads.js'
import { rowWidth } from './rows.js'
import type { Trees } from './trees.js'

/** From which probability on a sentence counts as a claim: at precision 0.5, 0.7 and 0.9 on articles apart. */
export interface Thresholds {
  readonly strict: number
  readonly balanced: number
  readonly quiet: number
}

/** Everything that training learned. */
export interface ClaimModel {
  readonly heads: Heads
  readonly trees: Trees
  readonly calibration: Calibration
  readonly thresholds: Thresholds
}

const magic = 0x4d435042
const version = 3
const prefixLength = 16

interface Header {
  readonly heads: { count: number; bits: number }
  readonly trees: { start: number; depth: number; count: number }
  readonly knots: number
  readonly thresholds: Thresholds
}

/**
 * Reads a model file: magic, version, checksum, length of the JSON header, the header, then the arrays it describes,
 * little endian, numbers of four bytes first.
 *
 * @returns undefined for a file that is cut short, altered, or of another version
 */
export function loadModel(bytes: Uint8Array): ClaimModel | undefined {
  if (bytes.byteLength < prefixLength) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0, true) !== magic || view.getUint32(4, true) !== version) return undefined
  if (view.getUint32(8, true) !== checksum(bytes, 12)) return undefined
  const headerEnd = prefixLength + view.getUint32(12, true)
  if (headerEnd > bytes.byteLength) return undefined
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(prefixLength, headerEnd))) as Header
  // Copied, so that the numbers are aligned; `slice` of a Node buffer would not copy.
  return body(header, new Uint8Array(bytes.subarray(headerEnd)))
}

function body(header: Header, bytes: Uint8Array<ArrayBuffer>): ClaimModel | undefined {
  const { count, depth, start } = header.trees
  const questions = count * depth
  const leafCount = count * 2 ** depth
  const floats = [leafCount, header.knots, header.knots, headCount, headCount]
  const slotBytes = slotWidth * 2 ** header.heads.bits
  const expected = 4 * floats.reduce((a, b) => a + b, 0) + slotBytes + 3 * questions
  if (bytes.length !== expected || header.heads.count !== headCount) return undefined
  let at = 0
  const takeFloats = (length: number) =>
    new Float32Array(bytes.buffer, (at += 4 * length) - 4 * length, length)
  const leaves = takeFloats(leafCount)
  const logOdds = takeFloats(header.knots)
  const probabilities = takeFloats(header.knots)
  const biases = takeFloats(headCount)
  const steps = takeFloats(headCount)
  const slots = bytes.subarray(at, (at += slotBytes))
  const edges = new Int16Array(bytes.buffer, at, questions)
  at += 2 * questions
  const columns = bytes.subarray(at)
  if (columns.some((column) => column >= rowWidth)) return undefined
  return {
    heads: { bits: header.heads.bits, biases, steps, slots },
    trees: { start, depth, columns, edges, leaves },
    calibration: { logOdds, probabilities },
    thresholds: header.thresholds,
  }
}

/** The bytes of a model file, as `loadModel` reads them. */
export function modelBytes(model: ClaimModel): Uint8Array {
  const { heads, trees, calibration } = model
  const header: Header = {
    heads: { count: headCount, bits: heads.bits },
    trees: { start: trees.start, depth: trees.depth, count: trees.columns.length / trees.depth },
    knots: calibration.logOdds.length,
    thresholds: model.thresholds,
  }
  const headerBytes = new TextEncoder().encode(JSON.stringify(header))
  const { logOdds, probabilities } = calibration
  const floats = [trees.leaves, logOdds, probabilities, heads.biases, heads.steps]
  const parts = [headerBytes, ...[...floats, heads.slots, trees.edges, trees.columns].map(asBytes)]
  const bytes = new Uint8Array(prefixLength + parts.reduce((sum, part) => sum + part.length, 0))
  let at = prefixLength
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  const view = new DataView(bytes.buffer)
  view.setUint32(0, magic, true)
  view.setUint32(4, version, true)
  view.setUint32(12, headerBytes.length, true)
  view.setUint32(8, checksum(bytes, 12), true)
  return bytes
}

function asBytes(array: Float32Array | Int16Array | Uint8Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
}

/** FNV-1a over the bytes from `start` on: enough to notice a file that was cut or altered by accident. */
function checksum(bytes: Uint8Array, start: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193)
  return hash >>> 0
}
