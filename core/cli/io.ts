/** What a command has to do with the world; the tests give it one of their own. */
export interface Io {
  /** The text of a file, or of standard input where the name is `-`; throws what the system throws. */
  readonly read: (file: string) => string;
  /** The names of the files in a folder; undefined where it is none. */
  readonly list: (folder: string) => readonly string[] | undefined;
  /** Writes a file, making the folders that it is in; gives its path. */
  readonly write: (folder: string, name: string, text: string) => string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** The exit status: 2 is unusable input or arguments. */
export type ExitStatus = 0 | 1 | 2;
