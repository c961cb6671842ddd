/** How a report is dressed: only the one for people looks at it. */
export interface Style {
  /** Characters that fit on a line. */
  readonly width: number
  readonly paint: Paint
}

/** Colours; without colours each gives back what it got. */
export type Paint = Readonly<
  Record<
    'bold' | 'dim' | 'underline' | 'red' | 'yellow' | 'blue' | 'cyan' | 'green',
    (text: string) => string
  >
>
