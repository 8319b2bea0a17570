/** What was asked of the target, as far as an answer has to fit it. */
export interface Asked {
  /** Whether the target must know the caller. */
  known: boolean
  /** Set where the documents are silent about how such a request is refused, and hence about the body, too. */
  silent?: boolean
  /** Parameters of a list. */
  query?: Readonly<Record<string, number | string | string[] | undefined>>
}
