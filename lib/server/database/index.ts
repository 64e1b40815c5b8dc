export { type Client, closeDatabase, database, openDatabase, type Transaction } from "./client";
export { databaseFile, dataFolder } from "./location";
export { MigrationError, migrate, readMigrations } from "./migrate";
export { numbered, placed } from "./numbered";
