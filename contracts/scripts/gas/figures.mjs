// The measured figures, as rows of gas.csv. A series is what differs in ring_size alone.

const HEADER = 'scheme,policy,ring_size,batch,gas_total,gas_marginal_per_member';

export class Figures {
  #rows = [];

  /** Gas of one report, or of one transaction of another kind. */
  add(scheme, policy, gas, { ringSize, batch } = {}) {
    this.#rows.push({ scheme, policy, ringSize, batch, gas: Number(gas) });
  }

  /** Gas of a transaction for `members` at once, and of each of them. */
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
    const lines = this.rows.map((row) => [
      row.scheme, row.policy, row.ringSize ?? '', row.batch ?? '', Math.ceil(row.gas), row.perMember?.toFixed(1) ?? '',
    ].join(','));
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
