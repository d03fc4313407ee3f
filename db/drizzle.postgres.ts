import { defineConfig } from 'drizzle-kit';

// tables.ts picks its kit by this variable; nothing connects to it while generating.
process.env.DATABASE_URL ??= 'postgres://generate';

export default defineConfig({ dialect: 'postgresql', schema: './db/tables.ts', out: './db/migrations/postgres' });
