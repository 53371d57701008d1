import { describe, expect, it } from 'vitest';
import { contract } from '../src/conformance/index.ts';
import { makeSqliteEngine, type Twist, withCommit } from './sqlite-engine.ts';

/** Answers while COMMIT is still to come. */
const answersBeforeCommit: Twist = (driver) => {
  let owed = false;
  const pay = () => {
    if (!owed) return;
    owed = false;
    try {
      driver.commit();
    } catch {
      // Whom should it tell? The answer is out.
    }
  };
  const mutant = withCommit(driver, () => {
    owed = true;
    setImmediate(pay);
  });
  return {
    ...mutant,
    begin() {
      pay();
      driver.begin();
    },
    get inTransaction() {
      return driver.inTransaction;
    },
    close() {
      pay();
      driver.close();
    },
  };
};

/** Takes the transaction back and reports that it was kept. */
const acknowledgesRolledBack: Twist = (driver) => {
  // Let the schema in, so that it is the units that are lost.
  let isSetUp = false;
  return withCommit(driver, () => {
    if (isSetUp) driver.rollback();
    else driver.commit();
    isSetUp = true;
  });
};

/** The names of the cases that an engine fails, of those about deciding and failing. */
async function failedCases(twist: Twist): Promise<string[]> {
  const failed: string[] = [];
  const cases = { ...contract['deciding'], ...contract['failing'] };
  for (const [sentence, run] of Object.entries(cases)) {
    const engine = await makeSqliteEngine(twist);
    try {
      await run(engine, expect);
    } catch {
      failed.push(sentence);
    } finally {
      await engine.discard().catch(() => undefined);
    }
  }
  return failed;
}

describe('the contract catches', () => {
  it('an engine that answers before COMMIT', async () => {
    expect(await failedCases(answersBeforeCommit)).toContain(
      'has made it visible from outside by the time it answers',
    );
  });

  it('an engine that acknowledges what it rolled back', async () => {
    const failed = await failedCases(acknowledgesRolledBack);
    expect(failed).toContain('has made it visible from outside by the time it answers');
    expect(failed).toContain('has kept it when it is opened again');
  });
});
