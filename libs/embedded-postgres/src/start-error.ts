/** Why no server could be had. The message is one line for the person at the terminal, with what to do about it. */
export class PostgresStartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message.replace(/\s+/g, ' ').trim(), options);
    this.name = 'PostgresStartError';
  }
}

const elsewhere = 'Choose another folder with CHANCERY_DATA, or use a server of your own with DATABASE_URL.';

/**
 * Turns what the system or PostgreSQL said while working on a path into the line for the person; undefined when it is
 * none of the usual troubles of disks and permissions.
 */
export function diskTrouble(
  said: string,
  path: string,
  uid = process.getuid?.(),
): PostgresStartError | undefined {
  if (/ENOSPC|EDQUOT|No space left on device|Disk quota exceeded/.test(said)) {
    return new PostgresStartError(`The disk that holds ${path} is full. Free some space and start again.`);
  }
  if (/EROFS|Read-only file system/.test(said)) {
    return new PostgresStartError(`${path} is on a read-only disk. ${elsewhere}`);
  }
  if (/EACCES|EPERM|Permission denied|Operation not permitted/.test(said)) {
    const who = uid === undefined ? '' : ` for uid ${String(uid)}`;
    return new PostgresStartError(
      `No permission${who} to use ${path}. Run as its owner or hand it over with chown. ${elsewhere}`,
    );
  }
  if (/EBUSY|EXDEV/.test(said)) {
    return new PostgresStartError(
      `${path} is a mount point or in use. Choose a folder inside it with CHANCERY_DATA.`,
    );
  }
  if (/ENOTDIR|EEXIST/.test(said)) {
    return new PostgresStartError(
      `${path} cannot be made: a file stands where a folder is needed. ${elsewhere}`,
    );
  }
  return undefined;
}

/** Any error met while working on a path, as a PostgresStartError. */
export function asStartError(error: unknown, path: string): PostgresStartError {
  if (error instanceof PostgresStartError) return error;
  const said = error instanceof Error ? error.message : String(error);
  return (
    diskTrouble(said, path) ?? new PostgresStartError(`PostgreSQL did not start: ${said}`, { cause: error })
  );
}
