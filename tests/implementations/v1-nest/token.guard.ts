/** Lets in who has a bearer token, and into deletions who is an admin. */
import {
  type CanActivate,
  type ExecutionContext,
  ForbiddenException,
  Injectable,
  UnauthorizedException,
} from '@nestjs/common'

/** Tokens and the roles of their accounts. */
export const TOKENS = new Map([
  ['eyJ0b2tlbiI6ImFkbWluLTdmMyJ9', 'admin'],
  ['eyJ0b2tlbiI6Im1lbWJlci05YTEifQ', 'member'],
])

@Injectable()
export class TokenGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context
      .switchToHttp()
      .getRequest<{ method: string; headers: { authorization?: string } }>()
    const [scheme, token = ''] = request.headers.authorization?.split(' ') ?? []
    const role = scheme === 'Bearer' ? TOKENS.get(token) : undefined
    if (role === undefined) throw new UnauthorizedException()
    if (request.method === 'DELETE' && role !== 'admin') {
      throw new ForbiddenException('You do not have permission to delete this user')
    }
    return true
  }
}
