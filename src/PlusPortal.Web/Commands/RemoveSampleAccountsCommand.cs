using PlusPortal.Web.Samples;
using PlusPortal.Web.Security;

namespace PlusPortal.Web.Commands;

/// <summary><c>PlusPortal.Web remove-sample-accounts</c>: makes a database that a portal in Development has filled fit for Production.</summary>
public static class RemoveSampleAccountsCommand
{
    /// <summary>Word of the command line.</summary>
    public const string Name = "remove-sample-accounts";

    /// <summary>Removes them and says how many there were.</summary>
    /// <param name="services">Services of a scope.</param>
    /// <param name="output">Where the person reads.</param>
    /// <param name="ct">Stops the command; nothing is then removed.</param>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        var count = await ActivatorUtilities.CreateInstance<StoredSamples>(services).RemoveAccountsAsync(ct);
        services.GetRequiredService<SecurityLog>().Write(SecurityEvent.SampleAccountsRemoved, target: null);
        await output.WriteLineAsync(count == 0
            ? "Aucun compte d’exemple dans cette base."
            : $"Comptes d’exemple supprimés\u00A0: {count}. Les demandes et les acteurs d’exemple restent\u00A0: ces acteurs ne reçoivent jamais de demande.");
        return 0;
    }
}
