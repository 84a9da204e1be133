// Holds xAPI statements (JSON Lines) to Learning Locker's validator, a tool of somebody else: node validate.js FILE,
// with NODE_PATH where `npm ci` put it. Prints what it has to say; exit status 1 then.
'use strict';
const fs = require('fs');
const validate = require('@learninglocker/xapi-validation').default;

const lines = fs.readFileSync(process.argv[2], 'utf8').split('\n').filter((line) => line !== '');
let problems = lines.length === 0 ? ['no statement at all'] : [];
for (const [index, line] of lines.entries())
  for (const warning of validate(JSON.parse(line))) problems.push(`${index + 1}: ${JSON.stringify(warning)}`);
console.log(problems.slice(0, 20).join('\n'));
process.exit(problems.length === 0 ? 0 : 1);
