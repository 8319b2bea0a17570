/** Writes the exceptions of Nest in the form of the documents. */
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common'
import type { Response } from 'express'

const WORDS: Record<number, string> = {
  400: 'validation_error',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  409: 'conflict',
}

@Catch(HttpException)
export class ErrorFilter implements ExceptionFilter<HttpException> {
  catch(exception: HttpException, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>()
    const status = exception.getStatus()
    const { message } = exception.getResponse() as { message?: string | string[] }
    response.status(status).json({
      error: WORDS[status] ?? 'error',
      message: [message ?? exception.message].flat().join('; '),
    })
  }
}
