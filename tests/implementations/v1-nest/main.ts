/** v1 on NestJS: classes say what a request may hold, a guard who may send it, a filter how refusals look. */
import 'reflect-metadata'
import type { AddressInfo } from 'node:net'
import { Module, ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { ready } from '../start/ready.ts'
import { isOn } from '../start/switches.ts'
import { Database } from './database.ts'
import { ErrorFilter } from './error.filter.ts'
import { TOKENS } from './token.guard.ts'
import { UsersController } from './users.controller.ts'
import { UsersService } from './users.service.ts'

@Module({ controllers: [UsersController], providers: [UsersService, Database] })
class AppModule {}

const app = await NestFactory.create(AppModule, { logger: ['error'] })
app.useGlobalPipes(
  new ValidationPipe({ transform: true, whitelist: true, forbidNonWhitelisted: isOn('strict-members') }),
)
app.useGlobalFilters(new ErrorFilter())
const server = await app.listen(Number(process.env.PORT ?? 0), '127.0.0.1')

const [admin = '', member = ''] = TOKENS.keys()
ready((server.address() as AddressInfo).port, { ACCESS_TOKEN: admin, RESTRICTED_ACCESS_TOKEN: member })
