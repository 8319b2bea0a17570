/** The routes of `/api/v1/users`. */
import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Query,
  UseGuards,
} from '@nestjs/common'
import { TokenGuard } from './token.guard.ts'
import { ListQuery, NewUser } from './users.dto.ts'
import { UsersService } from './users.service.ts'

@Controller('api/v1/users')
@UseGuards(TokenGuard)
export class UsersController {
  readonly #users: UsersService

  constructor(@Inject(UsersService) users: UsersService) {
    this.#users = users
  }

  @Get()
  list(@Query() query: ListQuery) {
    return this.#users.list(query)
  }

  @Post()
  create(@Body() user: NewUser) {
    return this.#users.create(user)
  }

  @Get(':id')
  find(@Param('id') id: string) {
    return this.#users.find(id)
  }

  @Delete(':id')
  @HttpCode(204)
  remove(@Param('id') id: string) {
    return this.#users.remove(id)
  }
}
