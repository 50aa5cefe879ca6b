/** An IP address as a number, and how many bits it has. */
export interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

/** All addresses from the first to the last. */
export interface AddressRange {
  readonly bits: 32 | 128;
  readonly first: bigint;
  readonly last: bigint;
}

/** The address of a text, of either version; undefined where it is none. */
export function readAddress(text: string): Address | undefined {
  return text.includes(":") ? readVersion6(text) : readVersion4(text);
}

/** The range of a text such as `203.0.113.0/24`; an address alone is a range of one. */
export function addressRange(text: string): AddressRange | undefined {
  const [address = "", length, ...more] = text.split("/");
  const from = readAddress(address);
  if (from === undefined || more.length > 0) return undefined;
  if (length !== undefined && !/^\d{1,3}$/.test(length)) return undefined;
  const fixed = length === undefined ? from.bits : Number(length);
  if (fixed > from.bits) return undefined;
  const rest = (1n << BigInt(from.bits - fixed)) - 1n;
  const first = from.value - (from.value & rest);
  return { bits: from.bits, first, last: first + rest };
}

/** The address is in the range; an address of one version is in no range of the other. */
export function isInRange(
  { bits, value }: Address,
  range: AddressRange,
): boolean {
  return bits === range.bits && value >= range.first && value <= range.last;
}

/** The address as text, in the form without abbreviations. */
export function printAddress({ bits, value }: Address): string {
  const size = bits === 32 ? 8n : 16n;
  const count = bits === 32 ? 4 : 8;
  const parts = Array.from({ length: count }, (_, index) => {
    const shift = BigInt(count - 1 - index) * size;
    return (value >> shift) & ((1n << size) - 1n);
  });
  return bits === 32
    ? parts.join(".")
    : parts.map((part) => part.toString(16)).join(":");
}

function readVersion4(text: string): Address | undefined {
  const parts = text.split(".");
  if (parts.length !== 4) return undefined;
  if (!parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256))
    return undefined;
  return { bits: 32, value: joined(parts.map(Number), 8n) };
}

function readVersion6(text: string): Address | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [front = [], back] = halves.map((half) =>
    half === "" ? [] : half.split(":").flatMap(groupsOf),
  );
  const missing = 8 - front.length - (back?.length ?? 0);
  if (back === undefined ? missing !== 0 : missing < 1) return undefined;
  const groups = [
    ...front,
    ...Array.from({ length: missing }, () => 0),
    ...(back ?? []),
  ];
  if (groups.length !== 8 || groups.some(Number.isNaN)) return undefined;
  return { bits: 128, value: joined(groups, 16n) };
}

/** A group of four digits, or the last two as an address of version 4; NaN for anything else. */
function groupsOf(text: string): readonly number[] {
  if (/^[\da-f]{1,4}$/i.test(text)) return [Number.parseInt(text, 16)];
  const inner = readVersion4(text);
  return inner === undefined
    ? [Number.NaN]
    : [Number(inner.value >> 16n), Number(inner.value & 0xffffn)];
}

function joined(parts: readonly number[], size: bigint): bigint {
  return parts.reduce((value, part) => (value << size) + BigInt(part), 0n);
}
