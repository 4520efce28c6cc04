// `npm run chancery -- …`: the register from the command line, whether the server runs or not.
import 'reflect-metadata';
import { EXIT } from './exit.js';
import { runProgram } from './program.js';

const code = await runProgram(process.argv.slice(2));
// A command may have set one of its own.
if (code !== EXIT.done) process.exitCode = code;
