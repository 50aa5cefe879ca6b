/** A name of the design as part of a file name: nothing in it leads to another folder. */
export function fileStem(name: string): string {
  return name.replaceAll(/[^\p{L}\p{N}_-]+/gu, "-");
}
