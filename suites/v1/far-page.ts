/** So far past the end that no directory reaches it, and offsets no longer fit into 32 bits. */
export const FAR_PAGE = 999_999_999
