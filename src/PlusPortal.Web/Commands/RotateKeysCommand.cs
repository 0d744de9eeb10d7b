using Microsoft.Extensions.Options;
using PlusPortal.Web.Security;
using PlusPortal.Web.Security.Keys;

namespace PlusPortal.Web.Commands;

/// <summary><c>PlusPortal.Web rotate-keys</c>: takes the keys of sessions and forms away, when one may have been read by others or stands in the database in clear; each node makes new ones.</summary>
public static class RotateKeysCommand
{
    /// <summary>Word of the command line.</summary>
    public const string Name = "rotate-keys";

    /// <summary>Takes them away, once the certificate of the settings is good for new ones.</summary>
    /// <param name="services">Services of a scope.</param>
    /// <param name="output">Where the person reads.</param>
    /// <param name="ct">Stops the command.</param>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        _ = services.GetRequiredService<IOptions<KeyOptions>>().Value;
        await services.GetRequiredService<KeyRing>().ForgetAsync(ct);
        services.GetRequiredService<SecurityLog>().Write(SecurityEvent.KeysReplaced, target: null);
        await output.WriteLineAsync("Les clés sont retirées. Redémarrez chaque nœud du portail, qui en fait de nouvelles\u00A0: les sessions ouvertes se terminent, les formulaires ouverts proposent de renvoyer ce qui était écrit.");
        return 0;
    }
}
