namespace Quarantine.Officer.Admission;

/// <summary>Why an enrolment request is refused. The numbers are stable.</summary>
public enum RequestFault
{
    None = 0,

    /// <summary>It is for another community.</summary>
    OtherCommunity = 1,

    /// <summary>The account key did not sign it for this registry.</summary>
    AccountSignature = 2,

    /// <summary>The sealing key did not sign it for this registry, or is not on the curve.</summary>
    SealingSignature = 3,

    /// <summary>The ring key is none: not on the curve, or N or more.</summary>
    RingKey = 4,

    /// <summary>The ring key's possession is not proven: it may be made from others' keys.</summary>
    Possession = 5,

    /// <summary>Account, ring and sealing key are not three keys.</summary>
    KeysNotSeparate = 6,

    /// <summary>Another of the requests has the same gateway or the same ring key.</summary>
    Repeated = 7,
}
