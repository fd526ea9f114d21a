// What an officer pays: deployment, and a page of members from their admission until their ring is in force.

const PAGE_SIZE = 16;

export async function measureDeployment(authority, figures) {
  const { registry, fund, board } = authority;
  const policies = [
    await authority.deploy('GeneralQuarantine', [registry.address, fund.address, 3]),
    await authority.deploy('ModerateQuarantine', [registry.address, fund.address, 2, 60, 30]),
    await authority.deploy('StrongQuarantine', [registry.address, fund.address]),
  ];
  for (const contract of [registry, ...policies, board, fund]) {
    figures.add('deployment', contract.contractName, contract.deploymentGas);
  }
}

/** The first page of a community, which finds its storage empty. */
export async function measureAdmission(authority, figures) {
  const community = await authority.createCommunity('a page of sixteen', PAGE_SIZE);
  figures.addShared('admission', community.gas.admitted, PAGE_SIZE);
  figures.addShared('admission-close', community.gas.closed, PAGE_SIZE);
  figures.addShared('admission-cut', community.gas.cut, PAGE_SIZE);
  return community;
}
