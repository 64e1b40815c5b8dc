export { readCql } from "./cql";
export { readSql } from "./read";
