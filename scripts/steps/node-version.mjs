// The one file that every Node since 12 must be able to read: no new syntax, no imports.

/** Whether this Node can run Chancery; says in one line what is needed if it cannot. */
export function isNodeRecent() {
  const version = process.versions.node.split('.').map(Number);
  const recent = version[0] >= 22 || (version[0] === 20 && version[1] >= 19);
  if (!recent) {
    console.error(
      'Chancery needs Node.js 20.19 or later in its line, or 22 and up; this is ' +
        process.versions.node +
        '. Install a current one from https://nodejs.org and try again.',
    );
    process.exitCode = 1;
  }
  return recent;
}
