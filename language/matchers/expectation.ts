/**
 * `expect(answer).toSomething(...)` as checks say it. It asserts answers and nothing else, so it is made of our own
 * matchers alone: a check runs wherever an answer is, with Vitest around it or without.
 */
import { AssertionError } from 'node:assert'
import type { Answer } from '../../model/answer.ts'

/** Judges one answer. @returns what to say where the assertion fails */
export type Matcher<Args extends unknown[]> = (answer: Answer, ...args: Args) => string | undefined

/** The matchers of `M`, as methods. Each throws an `AssertionError` where its assertion fails. */
export type Expectation<M> = {
  [Name in keyof M]: M[Name] extends Matcher<infer Args> ? (...args: Args) => void : never
}

/** The `expect` of these matchers. */
export function expecting<M extends object>(matchers: M): (answer: Answer) => Expectation<M> {
  const methods = Object.entries(matchers) as [string, Matcher<unknown[]>][]
  return (answer) =>
    Object.fromEntries(
      methods.map(([name, match]) => [
        name,
        (...args: unknown[]) => {
          const message = match(answer, ...args)
          if (message !== undefined) throw new AssertionError({ message, operator: name })
        },
      ]),
    ) as Expectation<M>
}
