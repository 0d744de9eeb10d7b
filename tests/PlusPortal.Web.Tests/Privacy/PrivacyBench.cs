using Microsoft.EntityFrameworkCore;
using PlusPortal.Data;
using PlusPortal.Data.Links;
using PlusPortal.Data.Requests;
using PlusPortal.Domain.Directory;
using PlusPortal.Domain.Matching;
using PlusPortal.Domain.Requests;
using PlusPortal.Domain.Requests.Declarations;
using PlusPortal.Domain.Vocabulary;
using PlusPortal.Testing;
using PlusPortal.Testing.Builders;
using PlusPortal.Web.Tests.Email;

namespace PlusPortal.Web.Tests.Privacy;

/// <summary>A person whose every word can be looked for, and the door of its request.</summary>
internal static class PrivacyBench
{
    /// <summary>Stands in every text that a person, staff or a partner typed.</summary>
    public const string Word = "Canaribleu";

    /// <summary>Numbers that hold no word.</summary>
    public static readonly string[] Numbers = ["987654324", "W549876543", "0399887766"];

    /// <summary>A request with the mark in everything that can be typed.</summary>
    public static OrientationRequest Marked(int number) => A.Request()
        .From(_ => new Contact { Name = $"{Word} Nom", Email = $"{Word.ToLowerInvariant()}{number}@example.org", Phone = Numbers[2], Channel = ContactChannels.All[0].Code, Slot = ContactSlots.Matin })
        .Declaring(declared => declared with
        {
            LegalFormDetail = $"{Word} forme",
            StructureName = $"{Word} structure",
            Siren = Numbers[0],
            Siret = Numbers[0] + "00017",
            Rna = Numbers[1],
            Title = $"{Word} titre",
            Need = $"{Word} besoin, en plus de trente caractères pour passer.",
            AlreadyMetText = $"{Word} déjà rencontré",
        })
        .Build();

    /// <summary>The same along the workflow: read by one actor that accepted, told by hand to another, with a text of every kind.</summary>
    public static OrientationRequest Followed(int number, SupportOffer mailed, SupportOffer byHand)
    {
        var request = Marked(number).InTriage();
        request.RecordMatching(
            new MatchResult { RulesVersion = 1, Signals = [new DetectedSignal(TriageSignals.DonneesSensibles, $"{Word} signal")], Proposals = [], Excluded = [new Exclusion(mailed.ActorId, "Acteur", mailed.Id, "Offre", "zone", $"{Word} exclusion", 1)] },
            A.Now, A.Day, A.Staff());
        request.WriteSummary($"{Word} résumé", A.Staff(), A.Now);
        request.AddNote($"{Word} note", A.Staff(), A.Now);
        request.Correct(new Correction { Stage = Stages.Developper, ById = Guid.CreateVersion7(A.Now), At = A.Now }, A.Staff(), A.Now);
        request.LeavePassages([($"{Word} besoin", $"{Word} motif d’un passage laissé")], A.Staff(), A.Now);
        var referral = request.Sending(mailed);
        request.RequestInformation(referral.Id, $"{Word} question", A.Partner(), A.Now, A.Day);
        request.GiveInformation(referral.Id, $"{Word} réponse", A.Staff(), A.Now, A.Day);
        request.AcceptReferral(referral.Id, A.Partner(), A.Now, A.Day);
        request.Sending(byHand, isByHand: true);
        return request;
    }

    /// <summary>A draft that became the request and, as none should, still holds something.</summary>
    public static RequestDraft Draft(OrientationRequest request) => new()
    {
        Id = Guid.CreateVersion7(A.Now),
        SecretHash = LinkTokens.Hash(LinkTokens.Create()),
        Answers = $$"""{"need": "{{Word}} brouillon"}""",
        CreatedAt = A.Now,
        UpdatedAt = A.Now,
        ExpiresAt = A.Now.AddDays(RequestDraft.LifetimeDays),
        ResumeEmail = $"{Word.ToLowerInvariant()}.reprise@example.org",
        RequestId = request.Id,
    };

    /// <summary>A private link to the request; its token.</summary>
    public static async Task<string> LinkAsync(PortalDb db, LinkPurpose purpose, Guid requestId, DateTimeOffset? expiresAt = null)
    {
        var token = LinkTokens.Create();
        db.Add(new AccessLink { TokenHash = LinkTokens.Hash(token), Purpose = purpose, SubjectId = requestId, CreatedAt = A.Now, ExpiresAt = expiresAt ?? A.Now.AddHours(24), ProvesAddress = true });
        await db.SaveChangesAsync();
        return token;
    }

    /// <summary>Where a mark stands, table by table: every row of every table as text.</summary>
    public static async Task<IReadOnlyList<string>> FoundAsync(PortalDb db, CancellationToken ct)
    {
        var marks = string.Join('|', Numbers.Append(Word));
        var tables = await db.Database.SqlQuery<string>($"select tablename::text as \"Value\" from pg_tables where schemaname = 'public'").ToListAsync(ct);
        var found = new List<string>();
        foreach (var table in tables.Order(StringComparer.Ordinal))
        {
            // Names of our own tables, and a mark of our own.
#pragma warning disable EF1002
            var rows = await db.Database.SqlQueryRaw<string>($"select t::text as \"Value\" from \"{table}\" t where t::text ~* '{marks}'").ToListAsync(ct);
#pragma warning restore EF1002
            if (rows.Count > 0) found.Add(table);
        }

        return found;
    }

    /// <summary>Personal and mixed columns of a row that hold no mark of it: a new one has to be filled above.</summary>
    public static async Task<IReadOnlyList<string>> UnmarkedAsync(PortalDb db, IEnumerable<(string Table, string Where)> rows, IEnumerable<string> exceptions, CancellationToken ct)
    {
        var marks = string.Join('|', Numbers.Append(Word));
        var unmarked = new List<string>();
        foreach (var (table, where) in rows)
        {
            foreach (var column in Data.Privacy.ColumnMarks.All.Where(mark => mark.Table == table && mark.Privacy != Data.Privacy.ColumnPrivacy.Impersonal).Select(mark => mark.Column))
            {
                if (exceptions.Contains($"{table}.{column}")) continue;
#pragma warning disable EF1002
                var holds = await db.Database.SqlQueryRaw<bool>($"select exists (select from \"{table}\" t where {where} and t.\"{column}\"::text ~* '{marks}') as \"Value\"").SingleAsync(ct);
#pragma warning restore EF1002
                if (!holds) unmarked.Add($"{table}.{column}");
            }
        }

        return unmarked;
    }
}

/// <summary>The bench of mails as a portal under test.</summary>
internal sealed record BenchPortal(MailBench Bench) : IPortalUnderTest
{
    public PortalFactory Portal => Bench.Post.Portal;

    public PortalDb NewContext() => Bench.Database.NewContext();
}
