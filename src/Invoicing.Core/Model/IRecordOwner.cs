namespace Invoicing;

/// <summary>The session that a record came out of, as far as the model knows it.</summary>
public interface IRecordOwner
{
    /// <summary>Name of the session.</summary>
    string Name { get; }
}
