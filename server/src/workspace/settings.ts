export const sensitivities = ['strict', 'balanced', 'quiet'] as const
export type Sensitivity = (typeof sensitivities)[number]

export const severities = ['error', 'warning', 'information', 'hint'] as const
export type Severity = (typeof severities)[number]

/** What the user chose. */
export interface Settings {
  /** How sure the judge must be before an uncited sentence becomes a finding. */
  readonly sensitivity: Sensitivity
  /** The severity of a rule, by its id, where it is not the rule's own. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>
  /** The libraries of documents that name none, as paths from the document or the project's folder, from home or absolute ones. */
  readonly bibliographies: readonly string[]
  /** The absolute paths of vocabularies besides the built-in glossary. */
  readonly vocabularies: readonly string[]
  /** The absolute path of a Retraction Watch file; empty for none. */
  readonly retractions: string
  readonly lookup: LookupSettings
  /** Abbreviations that need no explanation, besides those that BioProse knows. */
  readonly knownAbbreviations: readonly string[]
}

/** What may be looked up on the network. Off unless the user turns it on. */
export interface LookupSettings {
  readonly enabled: boolean
  /** Nobody is asked: what was looked up before is used. */
  readonly offline: boolean
  /** An address that the services are told, so that they can write to whoever asks too much; empty for none. */
  readonly email: string
}

export const defaultSettings: Settings = {
  sensitivity: 'balanced',
  rules: {},
  bibliographies: [],
  vocabularies: [],
  retractions: '',
  lookup: { enabled: false, offline: false, email: '' },
  knownAbbreviations: [],
}

/** Reads settings as an editor or a file gives them. Whatever is not understood keeps its default. */
export function settingsFrom(value: unknown): Settings {
  if (!isRecord(value)) return defaultSettings
  const claims = isRecord(value.claims) ? value.claims : {}
  const sensitivity = sensitivities.find((one) => one === claims.sensitivity) ?? defaultSettings.sensitivity
  const rules: Record<string, Severity | 'off'> = {}
  for (const [id, chosen] of Object.entries(isRecord(value.rules) ? value.rules : {})) {
    const severity = [...severities, 'off' as const].find((one) => one === chosen)
    if (severity) rules[id] = severity
  }
  const inEditor = isRecord(value.abbreviations) ? stringsIn(value.abbreviations.known) : []
  const retractions = typeof value.retractions === 'string' ? value.retractions : ''
  return {
    sensitivity,
    rules,
    bibliographies: stringsIn(value.bibliographies),
    vocabularies: stringsIn(value.vocabularies),
    retractions,
    lookup: lookupFrom(value.lookup),
    // A project's file names them at its top, an editor among its settings.
    knownAbbreviations: [...inEditor, ...stringsIn(value.knownAbbreviations)],
  }
}

function stringsIn(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return []
  return value.filter((item): item is string => typeof item === 'string' && item !== '')
}

/** Nothing but `true` turns it on. */
function lookupFrom(value: unknown): LookupSettings {
  if (!isRecord(value)) return defaultSettings.lookup
  const email = typeof value.email === 'string' ? value.email.trim() : ''
  return { enabled: value.enabled === true, offline: value.offline === true, email }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
