/** A set of small numbers. Never changed once made. */
export type Bits = Uint32Array;

/** How many words a set of numbers below `size` takes. */
function wordsFor(size: number): number {
  return (size + 31) >>> 5;
}

/** The set of the numbers below `size` that pass. */
export function bitsWhere(
  size: number,
  passes: (member: number) => boolean,
): Bits {
  const bits = new Uint32Array(wordsFor(size));
  for (let member = 0; member < size; member++) {
    if (passes(member))
      bits[member >>> 5] = wordAt(bits, member) | bitOf(member);
  }
  return bits;
}

/** All numbers below `size`. */
export function allBits(size: number): Bits {
  return bitsWhere(size, () => true);
}

function bitOf(member: number): number {
  return 1 << (member & 31);
}

function wordAt(bits: Bits, member: number): number {
  return bits[member >>> 5] ?? 0;
}

/** The number is in the set. */
export function hasBit(bits: Bits, member: number): boolean {
  return (wordAt(bits, member) & bitOf(member)) !== 0;
}

/** What is in both. */
export function andBits(a: Bits, b: Bits): Bits {
  const bits = new Uint32Array(a.length);
  for (let word = 0; word < a.length; word++)
    bits[word] = (a[word] ?? 0) & (b[word] ?? 0);
  return bits;
}

/** What is in the first and not in the second. */
export function withoutBits(a: Bits, b: Bits): Bits {
  const bits = new Uint32Array(a.length);
  for (let word = 0; word < a.length; word++)
    bits[word] = (a[word] ?? 0) & ~(b[word] ?? 0);
  return bits;
}

/** What is in one of them. */
export function orBits(a: Bits, b: Bits): Bits {
  const bits = new Uint32Array(a.length);
  for (let word = 0; word < a.length; word++)
    bits[word] = (a[word] ?? 0) | (b[word] ?? 0);
  return bits;
}

/** Nothing is in it. */
export function isEmptyBits(bits: Bits): boolean {
  for (let word = 0; word < bits.length; word++)
    if (bits[word] !== 0) return false;
  return true;
}

/** They share a member. */
export function meetBits(a: Bits, b: Bits): boolean {
  for (let word = 0; word < a.length; word++)
    if (((a[word] ?? 0) & (b[word] ?? 0)) !== 0) return true;
  return false;
}

/** All that is in the first is in the second. */
export function isWithinBits(a: Bits, b: Bits): boolean {
  for (let word = 0; word < a.length; word++)
    if (((a[word] ?? 0) & ~(b[word] ?? 0)) !== 0) return false;
  return true;
}

/** The smallest member; -1 where there is none. */
export function firstBit(bits: Bits): number {
  for (let word = 0; word < bits.length; word++) {
    const value = bits[word] ?? 0;
    if (value !== 0) return (word << 5) + 31 - Math.clz32(value & -value);
  }
  return -1;
}

/** The members in order. */
export function membersOf(bits: Bits): readonly number[] {
  const members: number[] = [];
  for (let member = 0; member < bits.length << 5; member++)
    if (hasBit(bits, member)) members.push(member);
  return members;
}
