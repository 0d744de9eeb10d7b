using System.Reflection;

namespace PlusPortal.Web.Settings;

/// <summary>Whether other people may reach this portal.</summary>
public static class ExposedEnvironment
{
    private const string Testing = nameof(Testing);

    /// <summary>Whether the program that runs is the portal itself, and not one that hosts it to test it.</summary>
    private static readonly bool IsProgram = Assembly.GetEntryAssembly() == typeof(ExposedEnvironment).Assembly;

    extension(IHostEnvironment environment)
    {
        /// <summary>True everywhere but in Development and inside a program of tests: an environment of another name (Staging, a word misspelt, Testing on a server) asks for what Production asks for.</summary>
        public bool IsExposed => !environment.IsDevelopment() && (IsProgram || !environment.IsEnvironment(Testing));
    }
}
