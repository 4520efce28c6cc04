export declare const browserFlags: readonly string[];
export declare function findBrowser(env?: NodeJS.ProcessEnv): Promise<{
  readonly executablePath: string;
  readonly env: NodeJS.ProcessEnv;
}>;
