namespace PlusPortal.Web.Settings;

/// <summary>Whether other people may reach this portal.</summary>
public static class ExposedEnvironment
{
    private const string Testing = nameof(Testing);

    extension(IHostEnvironment environment)
    {
        /// <summary>True everywhere but in Development and in tests: an environment of another name (Staging, a word misspelt) asks for what Production asks for.</summary>
        public bool IsExposed => !environment.IsDevelopment() && !environment.IsEnvironment(Testing);
    }
}
