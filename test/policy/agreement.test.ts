import assert from 'node:assert/strict';
import { disagreement } from './agreement.ts';
import { seeded } from './random.ts';

describe('the decision procedure and plain enumeration of requests', () => {
  it('agree on 5,000 random policies', function () {
    this.timeout(300_000);
    const random = seeded(6);
    for (let count = 0; count < 5000; count++) assert.equal(disagreement(random), undefined);
  });
});
