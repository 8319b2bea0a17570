/** Deals out the files of a run to shards as `run --shard` deals out operations, and puts them in order. */
import { basename } from 'node:path'
import type { TestSequencer, TestSpecification } from 'vitest/node'
import { entriesOf } from '../../runner/entries.ts'
import { catalogueOf } from '../../suites/catalogues.ts'

export class OperationSequencer implements TestSequencer {
  /** Those files of a whole run that belong to the part of it which the worker is given. */
  shard(files: TestSpecification[]): TestSpecification[] {
    const mine = namesFor(files)
    return files.filter((file) => mine.includes(nameOf(file)))
  }

  sort(files: TestSpecification[]): TestSpecification[] {
    const order = namesFor(files)
    const place = (file: TestSpecification): number => order.indexOf(nameOf(file))
    return [...files].sort((one, other) => place(one) - place(other))
  }
}

function namesFor([file]: TestSpecification[]): string[] {
  const target = file?.project.getProvidedContext().targets[0]
  return target === undefined ? [] : entriesOf(catalogueOf(target.contracts), target.part)
}

function nameOf({ moduleId }: TestSpecification): string {
  return basename(moduleId).replace(/\.[jt]s$/, '')
}
