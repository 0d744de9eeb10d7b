using PlusPortal.Data.Outbox;
using PlusPortal.Web.Labels;

namespace PlusPortal.Web.Features.Admin.Content.Messages;

/// <summary>States in addresses, in French.</summary>
public static class MessageStates
{
    private static readonly Dictionary<OutboxState, string> Codes = new()
    {
        [OutboxState.Dead] = "abandonnes",
        [OutboxState.Pending] = "a-envoyer",
        [OutboxState.Sent] = "envoyes",
        [OutboxState.Dropped] = "sans-objet",
    };

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<OutboxState> All { get; } = [.. Codes.Keys];

    /// <summary>State as written in an address.</summary>
    public static string CodeOf(OutboxState state) => Codes[state];

    /// <summary>What an empty list means.</summary>
    public static string EmptySentence(OutboxState state) => state switch
    {
        OutboxState.Dead => "Aucun message abandonné. Ceux qui attendent un nouvel essai sont sous «\u00A0À envoyer\u00A0».",
        OutboxState.Pending => "Aucun message n’attend.",
        OutboxState.Sent => "Aucun message envoyé pour l’instant. Ils apparaissent ici dès leur départ.",
        OutboxState.Dropped => "Aucun message sans objet.",
    };

    /// <summary>State of an address; an unknown one shows what staff must act on.</summary>
    public static OutboxState Parse(string? code) => Codes.FirstOrDefault(pair => pair.Value == code, new(OutboxState.Dead, "")).Key;
}

/// <summary>One message.</summary>
/// <param name="Id">Row of the outbox.</param>
/// <param name="Label">To whom and what for.</param>
/// <param name="Reference">Reference of the request that it is about, if any.</param>
/// <param name="State">Where it stands.</param>
/// <param name="CreatedAt">When it was queued.</param>
/// <param name="SentAt">When it was handed over.</param>
/// <param name="NextAttemptAt">Next attempt, while it waits.</param>
/// <param name="Attempts">Attempts made.</param>
/// <param name="LastError">Why the last one failed.</param>
public sealed record MessageRow(
    Guid Id, string Label, string? Reference, OutboxState State, DateTimeOffset CreatedAt, DateTimeOffset? SentAt, DateTimeOffset NextAttemptAt, int Attempts, string? LastError)
{
    /// <summary>The row of a message.</summary>
    public static MessageRow Of(OutboxMessage message, string? reference) =>
        new(message.Id, message.Kind.Label, reference, message.State, message.CreatedAt, message.SentAt, message.NextAttemptAt, message.Attempts, message.LastError);
}

/// <summary>The list.</summary>
public sealed record MessagesPage(OutboxState State, IReadOnlyList<MessageRow> Rows, string? Next, int Dead);
