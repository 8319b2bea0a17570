/** What unlocks the forms that are tried only where requests are plenty. */
export const PLENTY = 'INVITATIONS=many, or a target that announces no limit'
