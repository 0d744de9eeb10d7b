using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Privacy;
using PlusPortal.Domain.Requests;
using PlusPortal.Web.Features.Shared.Facts;

namespace PlusPortal.Web.Privacy;

/// <summary>What an actor was told, in words.</summary>
/// <param name="ReferralId">Referral by which it was.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Its name.</param>
/// <param name="Moment">On what occasion.</param>
/// <param name="Channel">By which way.</param>
/// <param name="Fields">What it was told, never the values.</param>
public sealed record TransmissionLine(Guid ReferralId, DateTimeOffset At, string Actor, TransmissionMoment Moment, TransmissionChannel Channel, IReadOnlyList<ToldField> Fields)
{
    /// <summary>Whether it was told whom to call.</summary>
    public bool IsOfContact => Moment == TransmissionMoment.Accepted;

    /// <summary>What it was told, in one line.</summary>
    public string Told => string.Join(", ", Fields.Select(one => one.Label));
}

/// <summary>Something that an actor was told.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Label">What it is called.</param>
public sealed record ToldField(string Code, string Label);

/// <summary>Reads what actors were told of a request.</summary>
public sealed class TransmissionReader(PortalDb db, DeclaredFacts facts)
{
    private const int Most = 500;

    /// <summary>Every transmission, the last one first.</summary>
    public async Task<IReadOnlyList<TransmissionLine>> ReadAsync(OrientationRequest request, CancellationToken ct)
    {
        var source = FactSource.Of(request);
        var rows = await db.Transmissions.AsNoTracking().Where(transmission => transmission.RequestId == request.Id)
            .OrderByDescending(transmission => transmission.At).ThenByDescending(transmission => transmission.Id).Take(Most)
            .Select(transmission => new { Transmission = transmission, Actor = db.SupportActors.Where(actor => actor.Id == transmission.ActorId).Select(actor => actor.Name).FirstOrDefault() })
            .ToListAsync(ct);
        return [.. rows.Select(row => new TransmissionLine(
            row.Transmission.ReferralId, row.Transmission.At, row.Actor ?? "Un acteur qui n’est plus dans l’annuaire", row.Transmission.Moment, row.Transmission.Channel,
            [.. row.Transmission.Fields.Select(code => new ToldField(code, LabelOf(code, source)))]))];
    }

    private string LabelOf(string code, FactSource source) => code switch
    {
        FactCodes.Summary => "Résumé écrit par PLUS",
        FactCodes.Answer => "Réponse à sa question",
        FactCodes.Added => "Complément à la demande",
        _ => facts.LabelOf(code, source),
    };
}
