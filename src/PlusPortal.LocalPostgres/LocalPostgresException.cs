namespace PlusPortal.LocalPostgres;

/// <summary>The private server cannot be started; the message tells a developer what to do next.</summary>
public sealed class LocalPostgresException(string message, Exception? inner = null) : Exception(message, inner);
