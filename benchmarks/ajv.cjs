// The same files through ajv and js-yaml: node ajv.cjs SCHEMA FILE...
const fs = require("fs");
const yaml = require("js-yaml");
const Ajv = require("ajv").default;

const [schema, ...files] = process.argv.slice(2);
const validate = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(fs.readFileSync(schema, "utf8")));
let wrong = 0;
for (const file of files) {
  if (!validate(yaml.load(fs.readFileSync(file, "utf8"), { schema: yaml.CORE_SCHEMA }))) wrong += 1;
}
if (wrong) console.error(`${wrong} files do not validate`);
process.exit(wrong ? 1 : 0);
