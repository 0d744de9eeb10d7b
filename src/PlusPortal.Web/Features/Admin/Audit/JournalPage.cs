using PlusPortal.Data.Audit;
using PlusPortal.Web.Addresses;
using PlusPortal.Web.Security.Audit;

namespace PlusPortal.Web.Features.Admin.Audit;

/// <summary>A page of the journal.</summary>
/// <param name="Filter">What was asked for.</param>
/// <param name="Rows">Lines; null when the filter cannot be read.</param>
/// <param name="Next">Cursor of the page after; null at the end.</param>
public sealed record JournalPage(JournalFilter Filter, IReadOnlyList<JournalRow>? Rows, string? Next);

/// <summary>One line, in words.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="Area">Area.</param>
/// <param name="Who">Who did it.</param>
/// <param name="What">What was done.</param>
/// <param name="About">What it is about; null when nothing.</param>
/// <param name="AboutAddress">Page of that; null when it has none.</param>
/// <param name="Reference">Request that it is about.</param>
/// <param name="Client">Network.</param>
/// <param name="Route">Pattern of the route.</param>
/// <param name="Times">How often within moments.</param>
public sealed record JournalRow(DateTimeOffset At, string Area, string Who, string What, string? About, string? AboutAddress, string? Reference, string? Client, string? Route, int Times)
{
    private const string CommandLine = "Ligne de commande";
    private const string Nobody = "Visiteur sans compte";

    /// <summary>The row of a line.</summary>
    /// <param name="line">Line.</param>
    /// <param name="names">Names of the accounts that lines are about.</param>
    public static JournalRow Of(AuditLine line, IReadOnlyDictionary<Guid, string> names)
    {
        var told = line.Event;
        var who = line.ActorName ?? told.ActorId?.ToString() ?? (told.Route is null ? CommandLine : Nobody);
        var about = told.Target is { } target ? $"{JournalWords.OfTarget(told.TargetKind)}\u00A0: {(AccountOf(told) is { } account ? names.GetValueOrDefault(account) : null) ?? target}" : null;
        return new JournalRow(told.At, JournalWords.Of(told.Area), who, JournalWords.Of(told.Kind) ?? told.Kind, about, AddressOf(told), line.Reference, told.Client is "-" ? null : told.Client, told.Route, told.Times);
    }

    /// <summary>The account that a line is about; null when it is about none.</summary>
    public static Guid? AccountOf(AuditEvent told) => told.TargetKind == AuditTargets.Account && Guid.TryParse(told.Target, out var account) ? account : null;

    private static string? AddressOf(AuditEvent told) => (told.TargetKind, told.Target) switch
    {
        (AuditTargets.Actor, { } id) when Guid.TryParse(id, out var actor) => AdminAddress.Actor(actor),
        (AuditTargets.Offer, { } id) when Guid.TryParse(id, out var offer) => AdminAddress.EditOffer(offer),
        (AuditTargets.Text, { } code) => AdminAddress.TextHistory(Uri.EscapeDataString(code)),
        (AuditTargets.Rules, { } number) when int.TryParse(number, out var version) => AdminAddress.RulesVersion(version),
        _ => null,
    };
}
