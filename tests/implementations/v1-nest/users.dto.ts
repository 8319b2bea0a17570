/** What requests may hold. */
import { Transform, Type } from 'class-transformer'
import { IsEmail, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Max, Min } from 'class-validator'
import { isOn } from '../start/switches.ts'

/** A number is taken for its digits where the switch says so, as implicit conversion does. */
const text = ({ value }: { value: unknown }) =>
  isOn('numbers-as-text') && typeof value === 'number' ? String(value) : value

export class ListQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  page: number = 1

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit: number = 20

  @IsOptional()
  @IsIn(['active', 'inactive', 'pending'])
  status?: string
}

export class NewUser {
  @IsEmail()
  email!: string

  @Transform(text)
  @IsString()
  @IsNotEmpty()
  name!: string

  @Transform(text)
  @IsIn(['admin', 'member'])
  role: string = 'member'
}
