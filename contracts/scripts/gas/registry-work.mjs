// What an officer pays: deployment, and a page of members from their admission until their ring is in force.
import { POLICIES } from './cases.mjs';

const PAGE_SIZE = 16;

export async function measureDeployment(authority, figures) {
  const { registry, fund, board } = authority;
  const contracts = [registry, board, fund];
  for (const { contract, thresholds } of Object.values(POLICIES)) {
    contracts.push(await authority.deploy(contract, [registry.address, fund.address, ...thresholds]));
  }
  for (const { contractName, deploymentGas } of contracts) figures.add('deployment', contractName, deploymentGas);
}

/** The first page of a community, which finds its storage empty. */
export async function measureAdmission(authority, figures) {
  const community = await authority.createCommunity('a page of sixteen', PAGE_SIZE);
  figures.addShared('admission', community.gas.admitted, PAGE_SIZE);
  figures.addShared('admission-close', community.gas.closed, PAGE_SIZE);
  figures.addShared('admission-cut', community.gas.cut, PAGE_SIZE);
  return community;
}
