using Quarantine.Officer.Admission;

namespace Quarantine.Officer.Commands;

/// <summary>What is wrong with an enrolment request, for a person.</summary>
internal static class FaultText
{
    public static string Of(RequestFault fault) => fault switch
    {
        RequestFault.OtherCommunity => "it is for another community",
        RequestFault.AccountSignature => "the gateway's account did not sign it for this registry",
        RequestFault.SealingSignature => "the sealing key did not sign it for this registry",
        RequestFault.RingKey => "the ring key is not a key",
        RequestFault.Possession => "it does not prove that the gateway has the ring key",
        RequestFault.KeysNotSeparate => "account, ring and sealing key are not three keys",
        RequestFault.Repeated => "its gateway or its ring key is in another request too",
        _ => $"fault {(int)fault}",
    };
}
