namespace Invoicing;

/// <summary>The session of a record, as far as the model knows it.</summary>
public interface IRecordOwner
{
    /// <summary>Name of the session.</summary>
    string Name { get; }
}
