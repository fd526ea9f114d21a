// The measured figures, as rows of gas.csv. Rows that differ in ring_size alone are a series.

const HEADER = 'scheme,policy,ring_size,batch,gas_total,gas_marginal_per_member';

export class Figures {
  #rows = [];

  /** Gas of a report, or of another transaction; whole units, rounded up. */
  add(scheme, policy, gas, { ringSize, batch } = {}) {
    this.#rows.push({ scheme, policy, ringSize, batch, gas: Math.ceil(Number(gas)) });
  }

  /** Gas of one transaction that serves `members` at once. */
  addShared(scheme, gas, members) {
    this.#rows.push({ scheme, policy: '', ringSize: members, gas: Number(gas), perMember: Number(gas) / members });
  }

  get rows() {
    return this.#rows.map((row) => ({ ...row, perMember: row.perMember ?? this.#marginal(row) }));
  }

  of(scheme) {
    return this.rows.filter((row) => row.scheme === scheme);
  }

  find(scheme, policy, ringSize, batch) {
    const row = this.rows.find((r) => r.scheme === scheme && r.policy === policy && r.ringSize === ringSize && r.batch === batch);
    if (row === undefined) throw new Error(`not measured: ${scheme}, ${policy}, n = ${ringSize}, batch ${batch}`);
    return row;
  }

  toCsv() {
    const lines = this.rows.map(({ scheme, policy, ringSize = '', batch = '', gas, perMember = '' }) =>
      [scheme, policy, ringSize, batch, gas, perMember].join(','));
    return `${[HEADER, ...lines].join('\n')}\n`;
  }

  /** Growth a member since the next smaller ring of the series; undefined for the smallest. */
  #marginal(row) {
    if (row.ringSize === undefined) return undefined;
    const smaller = this.#rows
      .filter((r) => r.scheme === row.scheme && r.policy === row.policy && r.batch === row.batch && r.ringSize < row.ringSize)
      .sort((a, b) => b.ringSize - a.ringSize)[0];
    return smaller && (row.gas - smaller.gas) / (row.ringSize - smaller.ringSize);
  }
}
