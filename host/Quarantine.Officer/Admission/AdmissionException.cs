using Quarantine.Messages.HouseNumbers;

namespace Quarantine.Officer.Admission;

/// <summary>Enrolment requests were refused; nothing was signed or sent.</summary>
public sealed class AdmissionException(IReadOnlyList<(EnrolmentRequest Request, RequestFault Fault)> faults)
    : Exception($"{faults.Count} enrolment request(s) are faulty, the first, of gateway {faults[0].Request.Registration.Gateway}: {faults[0].Fault}.")
{
    public IReadOnlyList<(EnrolmentRequest Request, RequestFault Fault)> Faults { get; } = faults;
}
