/** Files that were dropped; those of one folder come under its name. */
export interface Dropped {
  readonly files: readonly File[];
  readonly folder?: string | undefined;
}

/** The files of a drop, and for a folder those in it that can be templates. Must be called while the event is handled. */
export function droppedFiles(transfer: DataTransfer): Promise<Dropped> {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const folders = entries.filter((entry) => isFolder(entry));
  const files = [...transfer.files];
  return folders.length === 0
    ? Promise.resolve({ files })
    : inFolders(folders, files);
}

function isFolder(
  entry: FileSystemEntry | null,
): entry is FileSystemDirectoryEntry {
  return entry?.isDirectory === true;
}

/** A folder is among the files of a drop too, as one that cannot be read. */
async function inFolders(
  folders: readonly FileSystemDirectoryEntry[],
  files: readonly File[],
): Promise<Dropped> {
  const names = new Set(folders.map(({ name }) => name));
  const inside = await Promise.all(folders.map(filesOf));
  return {
    files: [...files.filter(({ name }) => !names.has(name)), ...inside.flat()],
    folder: folders[0]?.name,
  };
}

/** What a folder of templates has, and one of the CDK: `cdk.out`. */
async function filesOf(
  folder: FileSystemDirectoryEntry,
): Promise<readonly File[]> {
  const entries = await entriesOf(folder);
  const isOfCdk = entries.some(({ name }) => name === "manifest.json");
  const form = isOfCdk
    ? /^manifest\.json$|\.template\.json$/
    : /\.(?:json|ya?ml|template)$/;
  const files = await Promise.all(entries.map(fileOf));
  return files.flatMap((file) =>
    file !== null && form.test(file.name) ? [file] : [],
  );
}

/** A reader gives some entries at a time, and none at the end. */
async function entriesOf(
  folder: FileSystemDirectoryEntry,
): Promise<readonly FileSystemEntry[]> {
  return readAll(folder.createReader());
}

async function readAll(
  reader: FileSystemDirectoryReader,
): Promise<readonly FileSystemEntry[]> {
  const some = await new Promise<readonly FileSystemEntry[]>((done, failed) => {
    reader.readEntries(done, failed);
  });
  return some.length === 0 ? [] : [...some, ...(await readAll(reader))];
}

function fileOf(entry: FileSystemEntry): Promise<File | null> {
  return isFile(entry)
    ? new Promise((done, failed) => {
        entry.file(done, failed);
      })
    : Promise.resolve(null);
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
