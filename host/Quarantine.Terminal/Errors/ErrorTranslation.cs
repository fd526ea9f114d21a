namespace Quarantine.Terminal.Errors;

/// <summary>What a program says of an exception of its own libraries; null where it does not know it.</summary>
public delegate ErrorReport? ErrorTranslation(Exception exception);
