/** Domains that are reserved, so that no letter can reach anybody: some targets take no address there. */

const RESERVED = /(?:^|\.)(?:example|example\.(?:com|net|org)|test|invalid|localhost)$/i

/** Whether a target may refuse addresses at this domain, whatever else they are like. */
export function isForExamples(domain: string): boolean {
  return RESERVED.test(domain)
}
