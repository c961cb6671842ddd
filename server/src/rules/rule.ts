import type { Span } from '../text/span.js'
import type { Severity } from '../workspace/settings.js'
import type { View } from '../workspace/view.js'

/** One kind of problem. Its id names the flaw; its file, spec and page bear the same name. */
export interface Rule {
  readonly id: string
  /** One sentence for settings and tables: what the rule reports. */
  readonly summary: string
  readonly severity: Severity
  /** The rule looks at what the other rules found, so it runs behind them. */
  readonly readsFindings?: true
  /** The problems in one document. `others` are the findings of the rules before it in the registry, suppressed ones included. */
  check(view: View, others: readonly Finding[]): Iterable<Problem>
}

/** What a rule found: where, and what is wrong there. */
export interface Problem extends Span {
  readonly message: string
  /** The editor greys the stretch out: nothing needs it. */
  readonly isUnnecessary?: true
}

export interface Finding extends Problem {
  readonly rule: string
  readonly severity: Severity
}
