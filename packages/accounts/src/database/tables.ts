/** Of which make the database is; the two differ in a few words. */
export type Engine = 'sqlite' | 'postgres';

const words = {
  sqlite: {
    date: 'date',
    bool: 'integer',
    number: 'integer',
    // GLOB has no repetition: the length says how many digits, the negation that there is nothing else.
    isPseudonym: `length("email") = 60 AND "email" GLOB 'u*@id.invalid' AND substr("email", 2, 48) NOT GLOB '*[^0-9a-f]*'`,
  },
  postgres: {
    date: 'timestamptz',
    bool: 'boolean',
    number: 'integer',
    isPseudonym: `"email" ~ '^u[0-9a-f]{48}@id\\.invalid$'`,
  },
} as const;

/**
 * The tables that better-auth works with, and the backstop: whatever a hook may miss, the database takes
 * no row that says who somebody is. A test asks better-auth whether it finds everything that it needs.
 */
export function tables(engine: Engine): readonly string[] {
  const { date, bool, number, isPseudonym } = words[engine];
  return [
    `CREATE TABLE IF NOT EXISTS "user" (
      "id" text NOT NULL PRIMARY KEY,
      "name" text NOT NULL CHECK ("name" = '-'),
      "email" text NOT NULL UNIQUE CHECK (${isPseudonym}),
      "emailVerified" ${bool} NOT NULL,
      "image" text CHECK ("image" IS NULL),
      "createdAt" ${date} NOT NULL,
      "updatedAt" ${date} NOT NULL,
      "twoFactorEnabled" ${bool},
      "person" text NOT NULL UNIQUE,
      "language" text NOT NULL,
      "leaving" ${bool},
      "role" text CHECK ("role" IN ('support', 'legal', 'data-protection', 'administrator', 'auditor'))
    )`,
    `CREATE TABLE IF NOT EXISTS "session" (
      "id" text NOT NULL PRIMARY KEY,
      "expiresAt" ${date} NOT NULL,
      "token" text NOT NULL UNIQUE,
      "createdAt" ${date} NOT NULL,
      "updatedAt" ${date} NOT NULL,
      "ipAddress" text CHECK ("ipAddress" = ''),
      "userAgent" text CHECK ("userAgent" = ''),
      "userId" text NOT NULL REFERENCES "user" ("id") ON DELETE CASCADE
    )`,
    `CREATE TABLE IF NOT EXISTS "account" (
      "id" text NOT NULL PRIMARY KEY,
      "accountId" text NOT NULL CHECK ("accountId" = "userId"),
      "providerId" text NOT NULL CHECK ("providerId" = 'credential'),
      "userId" text NOT NULL REFERENCES "user" ("id") ON DELETE CASCADE,
      "accessToken" text CHECK ("accessToken" IS NULL),
      "refreshToken" text CHECK ("refreshToken" IS NULL),
      "idToken" text CHECK ("idToken" IS NULL),
      "accessTokenExpiresAt" ${date},
      "refreshTokenExpiresAt" ${date},
      "scope" text CHECK ("scope" IS NULL),
      "password" text CHECK ("password" LIKE '$argon2id$%'),
      "createdAt" ${date} NOT NULL,
      "updatedAt" ${date} NOT NULL
    )`,
    `CREATE TABLE IF NOT EXISTS "verification" (
      "id" text NOT NULL PRIMARY KEY,
      "identifier" text NOT NULL,
      "value" text NOT NULL,
      "expiresAt" ${date} NOT NULL,
      "createdAt" ${date} NOT NULL,
      "updatedAt" ${date} NOT NULL
    )`,
    `CREATE TABLE IF NOT EXISTS "twoFactor" (
      "id" text NOT NULL PRIMARY KEY,
      "secret" text NOT NULL,
      "backupCodes" text NOT NULL,
      "userId" text NOT NULL REFERENCES "user" ("id") ON DELETE CASCADE,
      "verified" ${bool},
      "failedVerificationCount" ${number},
      "lockedUntil" ${date}
    )`,
    `CREATE TABLE IF NOT EXISTS "passkey" (
      "id" text NOT NULL PRIMARY KEY,
      "userId" text NOT NULL REFERENCES "user" ("id") ON DELETE CASCADE,
      "credential" text NOT NULL UNIQUE,
      "publicKey" text NOT NULL,
      "counter" ${number} NOT NULL,
      "transports" text NOT NULL,
      "createdAt" ${date} NOT NULL
    )`,
    'CREATE INDEX IF NOT EXISTS "passkey_userId_idx" ON "passkey" ("userId")',
    'CREATE INDEX IF NOT EXISTS "session_userId_idx" ON "session" ("userId")',
    'CREATE INDEX IF NOT EXISTS "account_userId_idx" ON "account" ("userId")',
    'CREATE INDEX IF NOT EXISTS "verification_identifier_idx" ON "verification" ("identifier")',
    'CREATE INDEX IF NOT EXISTS "twoFactor_secret_idx" ON "twoFactor" ("secret")',
    'CREATE INDEX IF NOT EXISTS "twoFactor_userId_idx" ON "twoFactor" ("userId")',
  ];
}
