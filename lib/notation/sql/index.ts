export { readSql } from "./read";
