import { recognisedKinds, type RecognisedKind } from './kinds.js'
import { clueCount, labelCount, type SequenceModel } from './sequence.js'
import { reasonCount, type Weights } from './weighing.js'

/** What was learnt of one kind. */
export interface KindModel extends SequenceModel {
  /** How much each reason of `reasonsFor` counts. */
  readonly reasons: Weights
  /** From which probability on a candidate is a mention. */
  readonly threshold: number
}

/** Everything that training learned of recognising terms. */
export type TermModel = Readonly<Record<RecognisedKind, KindModel>>

const magic = 0x4d545042
const version = 1
const prefixLength = 12
const numbersPerKind = labelCount * labelCount + reasonCount + 2
const weightsPerKind = clueCount * 2
const kindLength = 4 * numbersPerKind + weightsPerKind

/**
 * Reads a model file: magic, version, checksum; then for each kind its steps, reasons, threshold and the size of one unit
 * of weight, and its weights in such units, a byte each. Little endian.
 *
 * @returns undefined for a file that is cut short, altered, or of another version
 */
export function loadTermModel(bytes: Uint8Array): TermModel | undefined {
  if (bytes.byteLength !== prefixLength + kindLength * recognisedKinds.length) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0, true) !== magic || view.getUint32(4, true) !== version) return undefined
  if (view.getUint32(8, true) !== checksum(bytes, prefixLength)) return undefined
  const models = recognisedKinds.map((kind, index) => [kind, kindAt(view, prefixLength + index * kindLength)])
  return Object.fromEntries(models) as TermModel
}

function kindAt(view: DataView, start: number): KindModel {
  const numbers = Array.from({ length: numbersPerKind }, (_, i) => view.getFloat32(start + 4 * i, true))
  const [threshold = 0, unit = 0] = numbers.slice(-2)
  const weights = new Float32Array(weightsPerKind)
  for (let i = 0; i < weightsPerKind; i++) weights[i] = view.getInt8(start + 4 * numbersPerKind + i) * unit
  const stepCount = labelCount * labelCount
  return {
    weights,
    steps: Float32Array.from(numbers.slice(0, stepCount)),
    reasons: numbers.slice(stepCount, stepCount + reasonCount),
    threshold,
  }
}

/** Weights are kept in so many steps to either side: more make the package larger and hardly anything better recognised. */
const mostSteps = 4

/** The bytes of a model file, as `loadTermModel` reads them. Weights beyond the largest step are cut. */
export function termModelBytes(model: TermModel): Uint8Array {
  const bytes = new Uint8Array(prefixLength + kindLength * recognisedKinds.length)
  const view = new DataView(bytes.buffer)
  recognisedKinds.forEach((kind, index) => {
    const { weights, steps, reasons, threshold } = model[kind]
    const start = prefixLength + index * kindLength
    const unit = largestOf(weights) / mostSteps
    ;[...steps, ...reasons, threshold, unit].forEach((value, i) => {
      view.setFloat32(start + 4 * i, value, true)
    })
    weights.forEach((weight, i) => {
      view.setInt8(
        start + 4 * numbersPerKind + i,
        unit === 0 ? 0 : Math.max(-mostSteps, Math.min(mostSteps, Math.round(weight / unit))),
      )
    })
  })
  view.setUint32(0, magic, true)
  view.setUint32(4, version, true)
  view.setUint32(8, checksum(bytes, prefixLength), true)
  return bytes
}

/** The largest weight but for one in ten thousand: a few large ones would leave the others no room. */
function largestOf(weights: Float32Array): number {
  const sizes = weights.map(Math.abs).sort()
  return sizes[Math.floor((sizes.length - 1) * (1 - 1e-4))] ?? 0
}

/** FNV-1a over the bytes from `start` on. */
function checksum(bytes: Uint8Array, start: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193)
  return hash >>> 0
}
