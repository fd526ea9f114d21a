using Quarantine.RingSignatures.Rings;
using Quarantine.RingSignatures.Scopes;

namespace Quarantine.RingSignatures.Lsag;

/// <summary>One signature of a batch, with what it claims to sign.</summary>
public readonly record struct LsagBatchItem(Ring Ring, Statement Statement, LsagSignature Signature);
