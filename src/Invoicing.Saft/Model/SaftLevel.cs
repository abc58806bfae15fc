namespace Invoicing.Saft;

/// <summary>The gravity of a finding.</summary>
public enum SaftLevel
{
    /// <summary>Worth knowing; nothing is wrong.</summary>
    Information,

    /// <summary>Probably wrong, or against a rule that correct files are known to break.</summary>
    Warning,

    /// <summary>Wrong.</summary>
    Error,
}

/// <summary>Whom a finding concerns.</summary>
public enum SaftTier
{
    /// <summary>The whole schema and the law; the permissive monthly intake of e-Fatura takes the file nevertheless.</summary>
    Strict,

    /// <summary>The whole schema or the law; whether the monthly intake stops the file is not known.</summary>
    Unconfirmed,

    /// <summary>The monthly intake of e-Fatura stops the file too, or asks about it.</summary>
    Intake,
}

/// <summary>The extent of a check.</summary>
public enum SaftCheckLevel
{
    /// <summary>Everything: the whole schema and the content rules.</summary>
    Strict,

    /// <summary>
    /// Only what the monthly intake of e-Fatura stops, or may stop (<see cref="SaftTier.Intake"/> and <see cref="SaftTier.Unconfirmed"/>).
    /// </summary>
    Intake,
}
