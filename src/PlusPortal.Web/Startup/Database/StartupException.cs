namespace PlusPortal.Web.Startup.Database;

/// <summary>The portal cannot start; the message, printed alone on the console, says what to set or to run.</summary>
public sealed class StartupException(string message, Exception? inner = null) : Exception(message, inner);
