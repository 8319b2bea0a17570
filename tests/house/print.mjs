/** Prints the figures of the house: `node tests/house/print.mjs`. */
import { productionFiles, shares } from './figures.mjs'
import { changesOfFolder, WAY } from './way.mjs'

console.log('room        lines  of all, and without faults and variants')
const files = productionFiles()
for (const { room, lines, percent, strictly } of shares(files)) {
  const parts = [percent, strictly].map((part) => part.toFixed(1).padStart(5))
  console.log(`${room.padEnd(10)} ${String(lines).padStart(6)} ${parts.join('  ')} %`)
}
const sizes = [...files.values()].sort((one, other) => one - other)
const total = sizes.reduce((sum, lines) => sum + lines, 0)
const largest = [...files].sort((one, other) => other[1] - one[1])[0]
console.log(`files ${files.size}, lines ${total}, median ${sizes[Math.floor(sizes.length / 2)]}`)
console.log(`largest ${largest?.join(' ')}`)
console.log(`an exchange passes ${new Set(WAY).size} files and changes the folder ${changesOfFolder()} times`)
