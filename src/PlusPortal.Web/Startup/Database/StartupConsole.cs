using System.Diagnostics;
using System.Globalization;

namespace PlusPortal.Web.Startup.Database;

/// <summary>What the person at the keyboard reads while the portal starts; logs are for later readers.</summary>
public sealed class StartupConsole : IProgress<string>
{
    private readonly Stopwatch sinceStart = Stopwatch.StartNew();

    public void Report(string value) =>
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{sinceStart.Elapsed.TotalSeconds,5:0.0} s] {value}"));

    public static void Complain(string message) => Console.Error.WriteLine($"\nThe portal cannot start. {message}");
}
