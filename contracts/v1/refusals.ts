/** The refusals of v1, most of which no page shows. */

/** Every way to refuse: where the documents name one, another one is worth a warning. */
export const ANY_REFUSAL: number[] = Array.from({ length: 100 }, (_, index) => 400 + index)

/** No page shows this refusal; 401 is what HTTP has for it. */
export const UNAUTHENTICATED = { status: 401, soft: [400, 403, 404] }

/** A body that is not valid. Only for a missing address is the status shown; elsewhere 422 is close enough for a warning. */
export const INVALID_BODY = { status: 400, soft: [422] }

/** A parameter that is not valid: invalid input has one documented status. */
export const INVALID_QUERY = { status: 400, soft: ANY_REFUSAL }

/** An id that nobody can have; of what form ids are no page says, and neither how another form is refused. */
export const OTHER_ID = { status: [404, 400], soft: ANY_REFUSAL.filter((status) => status !== 401) }

/** How a page past the end may be refused. */
export const PAST_THE_END = [400, 404, 422]
